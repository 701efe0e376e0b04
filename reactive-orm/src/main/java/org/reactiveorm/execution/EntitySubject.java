package org.reactiveorm.execution;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.InverseToOne;
import org.reactiveorm.model.Key;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Relation;
import org.reactiveorm.model.ToMany;
import org.reactiveorm.model.ToManyThrough;
import org.reactiveorm.model.ToOne;
import org.reactiveorm.sql.Sql;
import org.reactiveorm.transaction.ErrorSubject;

/**
 * Finds constraints and columns in the model of an entity.
 *
 * @param statement the statement
 * @param model the entity that the error is about, or null
 */
record EntitySubject(Sql statement, @Nullable EntityModel<?> model) implements ErrorSubject {

    /** An error of a statement, about its entity; of several it could be any. */
    static EntitySubject of(Sql statement) {
        return new EntitySubject(statement, statement.entities().size() == 1 ? statement.entity() : null);
    }

    /** A statement of one entity is about that one, even if the row that stands in its way is of another table. */
    @Override
    public ErrorSubject inTable(@Nullable String schema, String table) {
        if (statement.entities().size() <= 1) {
            return this;
        }
        for (EntityModel<?> each : statement.entities()) {
            String own = each.table().schema();
            if (each.table().name().equals(table) && (own == null || own.equals(schema))) {
                return new EntitySubject(statement, each);
            }
        }
        return this;
    }

    @Override
    public @Nullable String entity() {
        return model == null ? null : model.name();
    }

    @Override
    public String sql() {
        return statement.text();
    }

    @Override
    public List<String> propertiesOf(String constraint) {
        return model == null ? List.of() : propertiesOf(model, constraint);
    }

    private static <E> List<String> propertiesOf(EntityModel<E> model, String constraint) {
        Stream<List<Property<E, ?>>> keys = Stream.of(
                        List.of(model.primaryKey()), model.uniqueKeys(), model.partialKeys())
                .flatMap(List::stream)
                .filter(key -> key.name().equals(constraint))
                .map(Key::properties);
        Stream<List<Property<E, ?>>> foreignKeys = model.relations().stream()
                .filter(relation ->
                        foreignKeyOf(relation).filter(constraint::equals).isPresent())
                .map(Relation::sourceKey);
        return Stream.concat(keys, foreignKeys)
                .findFirst()
                .map(properties -> properties.stream().map(Property::name).toList())
                .orElse(List.of());
    }

    @Override
    public String propertyOf(String column) {
        return model == null ? column : propertyOf(model, column);
    }

    private static <E> String propertyOf(EntityModel<E> model, String column) {
        return model.properties().stream()
                .filter(property -> property.column().equals(column))
                .map(Property::name)
                .findFirst()
                .orElse(column);
    }

    @Override
    public @Nullable String referredBy(String constraint) {
        return model == null ? null : referredBy(model, constraint);
    }

    private static <E> @Nullable String referredBy(EntityModel<E> model, String constraint) {
        return model.relations().stream()
                .filter(relation ->
                        foreignKeyOf(relation).filter(constraint::equals).isPresent())
                .map(relation -> relation.target().name())
                .findFirst()
                .orElse(null);
    }

    private static <E, C> Optional<String> foreignKeyOf(Relation<E, C> relation) {
        return relation.accept(new OwnForeignKey<>());
    }

    private record OwnForeignKey<E, C>() implements Relation.Visitor<E, C, Optional<String>> {

        @Override
        public Optional<String> toOne(ToOne<E, C> relation) {
            return Optional.of(relation.foreignKey().name());
        }

        @Override
        public Optional<String> inverseToOne(InverseToOne<E, C> relation) {
            return Optional.empty();
        }

        @Override
        public Optional<String> toMany(ToMany<E, C> relation) {
            return Optional.empty();
        }

        @Override
        public Optional<String> manyToMany(ToManyThrough<E, C> relation) {
            return Optional.empty();
        }
    }
}
