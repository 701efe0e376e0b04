package org.reactiveorm.spring;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;

/** Reads what {@link RelationSerializer} writes; a property that is absent is a relation that is not loaded. */
final class RelationDeserializer extends ValueDeserializer<Object> {

    private final RelationKind kind;
    private final JavaType content;
    private final @Nullable ValueDeserializer<Object> reader;
    private final @Nullable BeanProperty property;

    RelationDeserializer(RelationKind kind, JavaType content) {
        this(kind, content, null, null);
    }

    private RelationDeserializer(
            RelationKind kind,
            JavaType content,
            @Nullable ValueDeserializer<Object> reader,
            @Nullable BeanProperty property) {
        this.kind = kind;
        this.content = content;
        this.reader = reader;
        this.property = property;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty where) {
        return new RelationDeserializer(kind, content, context.findContextualValueDeserializer(content, where), where);
    }

    @Override
    public Object deserialize(JsonParser json, DeserializationContext context) {
        ValueDeserializer<?> known = reader == null ? context.findRootValueDeserializer(content) : reader;
        return kind.loaded(known.deserialize(json, context));
    }

    @Override
    public Object getNullValue(DeserializationContext context) {
        return kind.ofNull(owner(), relation());
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
        return kind.notLoaded(owner(), relation());
    }

    private String owner() {
        return property == null || property.getMember() == null
                ? "The value"
                : property.getMember().getDeclaringClass().getSimpleName();
    }

    private String relation() {
        return property == null ? kind.type().getSimpleName() : property.getName();
    }
}
