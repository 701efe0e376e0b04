package org.reactiveorm.spring;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Version;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.ser.Serializers;

/**
 * Entities as JSON. A relation that is not loaded is absent; a loaded {@code Many} is the plain array, also when it is
 * empty; a loaded {@code One} is the plain object, or null when nothing is there. Writing never asks the database.
 * Reading is the reverse: an absent relation is not loaded. Annotations on the relation, such as
 * {@code @JsonIgnoreProperties("user")} against circles, hold for the related entities.
 *
 * <p>Boot's mapper has this module already; others add it with {@code JsonMapper.builder().addModule(…)}.
 */
public final class ReactiveOrmModule extends JacksonModule {

    /** The one module; it has no state. */
    public ReactiveOrmModule() {}

    @Override
    public String getModuleName() {
        return "reactive-orm";
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    /** Wins over the mapper's and the class's inclusion, so that "not loaded" looks the same everywhere. */
    @Override
    public void setupModule(SetupContext context) {
        JsonInclude.Value unlessNotLoaded =
                JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS);
        for (RelationKind kind : RelationKind.ALL) {
            context.configOverride(kind.type()).setIncludeAsProperty(unlessNotLoaded);
        }
        context.addSerializers(new RelationSerializers());
        context.addDeserializers(new RelationDeserializers());
    }

    private static final class RelationSerializers implements Serializers {

        @Override
        public @Nullable ValueSerializer<?> findSerializer(
                SerializationConfig config, JavaType type, BeanDescription.Supplier bean, JsonFormat.Value format) {
            RelationKind kind = RelationKind.of(type.getRawClass());
            return kind == null ? null : new RelationSerializer(kind, kind.contentOf(type, config.getTypeFactory()));
        }
    }

    private static final class RelationDeserializers implements Deserializers {

        @Override
        public @Nullable ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier bean) {
            RelationKind kind = RelationKind.of(type.getRawClass());
            return kind == null ? null : new RelationDeserializer(kind, kind.contentOf(type, config.getTypeFactory()));
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return RelationKind.of(type) != null;
        }
    }
}
