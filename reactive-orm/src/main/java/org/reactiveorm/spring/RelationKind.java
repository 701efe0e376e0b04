package org.reactiveorm.spring;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.Many;
import org.reactiveorm.model.One;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.type.TypeFactory;

/** What JSON needs to know of the relation handles. */
sealed interface RelationKind {

    /** Both. */
    List<RelationKind> ALL = List.of(new ToMany(), new ToOne());

    /** The kind of handle that this class is, or null. */
    static @Nullable RelationKind of(Class<?> type) {
        for (RelationKind kind : ALL) {
            if (kind.type() == type) {
                return kind;
            }
        }
        return null;
    }

    /** The class of the handle. */
    Class<?> type();

    /** The type that stands in JSON for a handle of this type. */
    JavaType contentOf(JavaType handle, TypeFactory types);

    /** What stands in JSON for this handle; null also when it is not loaded. */
    @Nullable
    Object contentOf(Object handle);

    /** Whether the query included the relation. */
    boolean isLoaded(Object handle);

    /** A handle that holds what was read. */
    Object loaded(Object content);

    /** The handle for a JSON null. */
    Object ofNull(String owner, String relation);

    /** The handle for what is absent. */
    Object notLoaded(String owner, String relation);

    /** {@link Many} is an array. */
    record ToMany() implements RelationKind {

        @Override
        public Class<?> type() {
            return Many.class;
        }

        @Override
        public JavaType contentOf(JavaType handle, TypeFactory types) {
            return types.constructCollectionType(List.class, handle.containedTypeOrUnknown(0));
        }

        @Override
        public @Nullable Object contentOf(Object handle) {
            return isLoaded(handle) ? ((Many<?>) handle).list() : null;
        }

        @Override
        public boolean isLoaded(Object handle) {
            return ((Many<?>) handle).isLoaded();
        }

        @Override
        public Object loaded(Object content) {
            return Many.of((List<?>) content);
        }

        /** Nothing is written as null here, so it says nothing about the rows. */
        @Override
        public Object ofNull(String owner, String relation) {
            return notLoaded(owner, relation);
        }

        @Override
        public Object notLoaded(String owner, String relation) {
            return Many.notLoaded(owner, relation);
        }
    }

    /** {@link One} is an object or null. */
    record ToOne() implements RelationKind {

        @Override
        public Class<?> type() {
            return One.class;
        }

        @Override
        public JavaType contentOf(JavaType handle, TypeFactory types) {
            return handle.containedTypeOrUnknown(0);
        }

        @Override
        public @Nullable Object contentOf(Object handle) {
            return isLoaded(handle) ? ((One<?>) handle).optional().orElse(null) : null;
        }

        @Override
        public boolean isLoaded(Object handle) {
            return ((One<?>) handle).isLoaded();
        }

        @Override
        public Object loaded(Object content) {
            return One.of(content);
        }

        @Override
        public Object ofNull(String owner, String relation) {
            return One.empty();
        }

        @Override
        public Object notLoaded(String owner, String relation) {
            return One.notLoaded(owner, relation);
        }
    }
}
