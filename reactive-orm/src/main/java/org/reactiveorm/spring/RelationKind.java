package org.reactiveorm.spring;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.Many;
import org.reactiveorm.model.One;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.type.TypeFactory;

/** What JSON needs to know of the two relation handles. */
enum RelationKind {
    MANY(Many.class) {
        @Override
        JavaType contentOf(JavaType handle, TypeFactory types) {
            return types.constructCollectionType(List.class, handle.containedTypeOrUnknown(0));
        }

        @Override
        boolean isLoaded(Object handle) {
            return ((Many<?>) handle).isLoaded();
        }

        @Override
        Object contentOf(Object handle) {
            return ((Many<?>) handle).list();
        }

        @Override
        Object loaded(Object content) {
            return Many.of((List<?>) content);
        }

        /** No relation of ours is written as null, so it says nothing about the rows. */
        @Override
        Object ofNull(String owner, String relation) {
            return notLoaded(owner, relation);
        }

        @Override
        Object notLoaded(String owner, String relation) {
            return Many.notLoaded(owner, relation);
        }
    },

    ONE(One.class) {
        @Override
        JavaType contentOf(JavaType handle, TypeFactory types) {
            return handle.containedTypeOrUnknown(0);
        }

        @Override
        boolean isLoaded(Object handle) {
            return ((One<?>) handle).isLoaded();
        }

        @Override
        @Nullable
        Object contentOf(Object handle) {
            return ((One<?>) handle).optional().orElse(null);
        }

        @Override
        Object loaded(Object content) {
            return One.of(content);
        }

        @Override
        Object ofNull(String owner, String relation) {
            return One.empty();
        }

        @Override
        Object notLoaded(String owner, String relation) {
            return One.notLoaded(owner, relation);
        }
    };

    private final Class<?> type;

    RelationKind(Class<?> type) {
        this.type = type;
    }

    /** The kind of handle that this class is, or null. */
    static @Nullable RelationKind of(Class<?> type) {
        for (RelationKind kind : values()) {
            if (kind.type == type) {
                return kind;
            }
        }
        return null;
    }

    Class<?> type() {
        return type;
    }

    /** The type that stands in JSON for a handle of this type. */
    abstract JavaType contentOf(JavaType handle, TypeFactory types);

    abstract boolean isLoaded(Object handle);

    /** What stands in JSON for a loaded handle. */
    abstract @Nullable Object contentOf(Object handle);

    abstract Object loaded(Object content);

    abstract Object ofNull(String owner, String relation);

    abstract Object notLoaded(String owner, String relation);
}
