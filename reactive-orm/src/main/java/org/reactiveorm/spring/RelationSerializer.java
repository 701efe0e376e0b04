package org.reactiveorm.spring;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.ser.std.StdConvertingSerializer;
import tools.jackson.databind.util.Converter;
import tools.jackson.databind.util.StdConverter;

/** Writes what a handle holds, with the annotations of the property that the handle is in; "empty" is one that is not loaded. */
final class RelationSerializer extends StdConvertingSerializer {

    RelationSerializer(RelationKind kind, JavaType content) {
        this(new Content(kind), content, null, null);
    }

    private RelationSerializer(
            Converter<Object, ?> converter,
            JavaType content,
            @Nullable ValueSerializer<?> serializer,
            @Nullable BeanProperty property) {
        super(converter, content, serializer, property);
    }

    @Override
    protected StdConvertingSerializer withDelegate(
            Converter<Object, ?> converter, JavaType content, ValueSerializer<?> serializer, BeanProperty property) {
        return new RelationSerializer(converter, content, serializer, property);
    }

    @Override
    public boolean isEmpty(SerializationContext context, Object handle) {
        RelationKind kind = RelationKind.of(handle.getClass());
        return kind != null && !kind.isLoaded(handle);
    }

    /** Where a handle is no property, a value has to be written: null when it is not loaded. */
    private static final class Content extends StdConverter<Object, @Nullable Object> {

        private final RelationKind kind;

        Content(RelationKind kind) {
            this.kind = kind;
        }

        @Override
        public @Nullable Object convert(Object handle) {
            return kind.contentOf(handle);
        }
    }
}
