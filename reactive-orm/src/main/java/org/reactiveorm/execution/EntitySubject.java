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
import org.reactiveorm.sqlstate.Clue;
import org.reactiveorm.sqlstate.Culprit;
import org.reactiveorm.sqlstate.ErrorSubject;
import org.reactiveorm.sqlstate.Reference;

/**
 * Finds constraints, columns and values in the model of an entity.
 *
 * @param statement the statement, or null for an error of none
 * @param model the entity that the error is about, or null
 * @param known all entities that it could be about, those of the statement first
 */
record EntitySubject(@Nullable Sql statement, @Nullable EntityModel<?> model, KnownEntities known)
        implements ErrorSubject {

    /** An error of a statement, about its entity; of several it could be any. */
    static EntitySubject of(Sql statement, KnownEntities known) {
        return new EntitySubject(
                statement, statement.entities().size() == 1 ? statement.entity() : null, known.and(statement));
    }

    /** A table that no entity has may be a part of the entity's own, or below its view. */
    @Override
    public ErrorSubject inTable(@Nullable String schema, String table) {
        EntityModel<?> owner = known.ofTable(schema, table);
        return owner == null ? this : new EntitySubject(statement, owner, known);
    }

    @Override
    public @Nullable String entity() {
        return model == null ? null : model.name();
    }

    @Override
    public @Nullable String sql() {
        return statement == null ? null : statement.text();
    }

    @Override
    public List<String> propertiesOf(String constraint) {
        return model == null ? List.of() : propertiesOf(model, constraint);
    }

    private static <E> List<String> propertiesOf(EntityModel<E> model, String constraint) {
        Stream<List<Property<E, ?>>> keys = Stream.of(model.keys(), model.partialKeys())
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
    public @Nullable Reference reference(String table, String constraint, List<String> columns) {
        return known.reference(table, constraint, columns);
    }

    @Override
    public Culprit culprit(@Nullable String table, Clue clue) {
        return statement == null
                ? Culprit.unknown()
                : new CulpritFinder(statement.written().get(), table).find(clue, known);
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
