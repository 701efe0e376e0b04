package org.reactiveorm;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.execution.KnownEntities;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.RowReader;
import org.reactiveorm.query.Column;
import org.reactiveorm.query.EntityProvider;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.EntityShape;
import org.reactiveorm.query.EnumColumns;
import org.reactiveorm.query.ShapeModel;
import org.reactiveorm.query.ShapeProvider;
import org.reactiveorm.read.NamedColumns;

/**
 * The generated models, found by class.
 *
 * @param entities the entities, ordered by name
 * @param shapes the shapes
 * @param enums the columns that hold enum constants
 */
record Models(List<EntityRef<?, ?>> entities, Map<Class<?>, ShapeModel<?>> shapes, EnumColumns enums) {

    static Models load(ClassLoader loader) {
        Map<String, EntityRef<?, ?>> entities = new TreeMap<>();
        Map<Class<?>, ShapeModel<?>> shapes = new HashMap<>();
        for (ClassLoader each : loaders(loader)) {
            for (EntityProvider provider : ServiceLoader.load(EntityProvider.class, each)) {
                EntityRef<?, ?> entity = provider.entity();
                entities.put(entity.model().type().getName(), entity);
            }
            for (ShapeProvider provider : ServiceLoader.load(ShapeProvider.class, each)) {
                ShapeModel<?> shape = provider.shape();
                shapes.put(shape.type(), shape);
            }
        }
        List<EntityRef<?, ?>> ordered = entities.values().stream()
                .sorted(Comparator.comparing(entity -> entity.model().name()))
                .toList();
        List<Column<?, ?>> columns = ordered.stream()
                .<Column<?, ?>>flatMap(entity -> entity.columns().stream())
                .toList();
        return new Models(ordered, Map.copyOf(shapes), EnumColumns.of(columns));
    }

    /** What errors of the server can be about. */
    KnownEntities known() {
        return new KnownEntities(
                entities.stream().<EntityModel<?>>map(EntityRef::model).toList());
    }

    private static List<ClassLoader> loaders(ClassLoader loader) {
        @Nullable ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context == null || context == loader ? List.of(loader) : List.of(loader, context);
    }

    /** The shape of an entity that rows of that entity are read into. */
    @SuppressWarnings("unchecked") // it says which entity it is for
    <E, S> EntityShape<E, S> shape(EntityModel<E> entity, Class<S> type) {
        ShapeModel<S> shape = shape(requireGiven(type));
        if (shape == null || shape.ofEntity() == null || shape.ofEntity().entity() != entity.type()) {
            throw new InvalidQueryException(
                    "%s is no shape of %s. Annotate the record with @Shape(of = %s.class), so that its components are checked and its reader is generated when it is compiled.%s"
                            .formatted(type.getSimpleName(), entity.name(), entity.name(), unseen(type)),
                    ErrorContext.of(entity.name()));
        }
        return (EntityShape<E, S>) shape.ofEntity();
    }

    private static <S> Class<S> requireGiven(Class<S> shape) {
        return InvalidQueryException.requireGiven(
                shape, "The class to read rows into is null. Give a record with @Shape.");
    }

    /** Reads rows of SQL by their columns' names; a new reader for each subscription. */
    @SuppressWarnings("unchecked") // the model was found by the class
    <T> @Nullable RowReader<T> byName(Class<T> type) {
        ShapeModel<T> shape = shape(type);
        if (shape != null) {
            return new NamedColumns<>(type.getSimpleName(), shape.columns(), shape.flatReader());
        }
        for (EntityRef<?, ?> entity : entities) {
            if (entity.model().type() == type) {
                return byName((EntityModel<T>) entity.model());
            }
        }
        return null;
    }

    private static <T> RowReader<T> byName(EntityModel<T> entity) {
        return new NamedColumns<>(
                entity.name(),
                entity.properties().stream().<String>map(Property::column).toList(),
                entity.reader());
    }

    /**
     * Reads as many values, in their order, into a shape of any entity or of none.
     *
     * @throws InvalidQueryException if the record is no shape, or has not as many columns
     */
    <S> RowReader<S> reader(Class<S> type, List<?> values) {
        ShapeModel<S> shape = shape(requireGiven(type));
        if (shape == null) {
            throw new InvalidQueryException(
                    "%s is no shape. Annotate the record with @Shape, or hand over its constructor: as(%s::new).%s"
                            .formatted(type.getSimpleName(), type.getSimpleName(), unseen(type)),
                    ErrorContext.none());
        }
        RowReader<S> reader = shape.flatReader();
        int columns = shape.columns().size();
        int selected = Selecting.given(values).size();
        if (columns != selected) {
            throw new InvalidQueryException(
                    "%s has %d column%s, but %d value%s selected."
                            .formatted(
                                    type.getSimpleName(),
                                    columns,
                                    columns == 1 ? "" : "s",
                                    selected,
                                    selected == 1 ? " is" : "s are"),
                    ErrorContext.none());
        }
        return reader;
    }

    /** Why an annotation of the class had no effect, or nothing. */
    static String unseen(Class<?> type) {
        return type.isLocalClass()
                ? " It is declared inside of a method, where annotation processors do not see it: move it out."
                : "";
    }

    /** A shape of any entity or of none, or null. */
    @SuppressWarnings("unchecked") // keyed by its own class
    <S> @Nullable ShapeModel<S> shape(Class<S> type) {
        return (ShapeModel<S>) shapes.get(type);
    }
}
