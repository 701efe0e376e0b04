package org.reactiveorm.execution;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.InverseToOne;
import org.reactiveorm.model.JoinTable;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Relation;
import org.reactiveorm.model.ToMany;
import org.reactiveorm.model.ToManyThrough;
import org.reactiveorm.model.ToOne;
import org.reactiveorm.sql.Sql;
import org.reactiveorm.sqlstate.ErrorSubject;
import org.reactiveorm.sqlstate.Reference;

/**
 * The entities whose tables an error of the server may be about: a statement about one entity can fail in the table of
 * another one, which refers to it.
 *
 * @param models the entities; of several with one table the first counts
 */
public record KnownEntities(List<EntityModel<?>> models) {

    /** Keeps its own copy. */
    public KnownEntities {
        models = List.copyOf(models);
    }

    /** Only those of the statement itself. */
    public static KnownEntities none() {
        return new KnownEntities(List.of());
    }

    /** What errors that belong to no single statement are about, those of COMMIT. */
    public ErrorSubject subject() {
        return new EntitySubject(null, null, this);
    }

    /** The same with the entities of a statement before all others. */
    KnownEntities and(Sql statement) {
        return new KnownEntities(
                Stream.concat(statement.entities().stream(), models.stream()).toList());
    }

    @Nullable
    EntityModel<?> ofTable(@Nullable String schema, String table) {
        for (EntityModel<?> model : models) {
            String own = model.table().schema();
            if (model.table().name().equals(table) && (own == null || schema == null || own.equals(schema))) {
                return model;
            }
        }
        return null;
    }

    /** See {@link ErrorSubject#reference}. */
    @Nullable
    Reference reference(String table, String constraint, List<String> columns) {
        List<ForeignKeyOfModel> keys = models.stream()
                .flatMap(model -> model.relations().stream().flatMap(relation -> keysOf(model, relation)))
                .filter(key -> key.table().equals(table))
                .toList();
        // of a link the relation leads to the row that is missing, and belongs to the one that is still linked
        Side near = columns.isEmpty() ? Side.OWNER : Side.TARGET;
        return Stream.of(
                        keys.stream().filter(key -> key.name().equals(constraint) && key.side() == near),
                        keys.stream().filter(key -> key.name().equals(constraint)),
                        // the schema may have been written by hand, with names of its own
                        keys.stream().filter(key -> key.columns().equals(columns) && key.side() == near),
                        keys.stream().filter(key -> key.columns().equals(columns)))
                .flatMap(found -> found)
                .map(ForeignKeyOfModel::reference)
                .findFirst()
                .orElse(null);
    }

    private static <E, C> Stream<ForeignKeyOfModel> keysOf(EntityModel<?> model, Relation<E, C> relation) {
        return relation.accept(new Keys<E, C>(model)).stream();
    }

    /** Which entity a foreign key refers to. */
    private enum Side {
        OWNER,
        TARGET
    }

    /**
     * A foreign key and what it means.
     *
     * @param table the referring table
     * @param name its name in a schema that was made from the model
     * @param columns the referring columns
     * @param side the end of the relation that it refers to
     */
    private record ForeignKeyOfModel(String table, String name, List<String> columns, Side side, Reference reference) {}

    /** The foreign keys of a relation. */
    private record Keys<E, C>(EntityModel<?> model) implements Relation.Visitor<E, C, List<ForeignKeyOfModel>> {

        @Override
        public List<ForeignKeyOfModel> toOne(ToOne<E, C> relation) {
            return List.of(new ForeignKeyOfModel(
                    model.table().name(),
                    relation.foreignKey().name(),
                    relation.sourceKey().stream().<String>map(Property::column).toList(),
                    Side.TARGET,
                    new Reference(
                            model.name(),
                            named(relation),
                            names(relation.sourceKey()),
                            relation.target().name(),
                            names(relation.link().targetKey()))));
        }

        @Override
        public List<ForeignKeyOfModel> inverseToOne(InverseToOne<E, C> relation) {
            return List.of();
        }

        @Override
        public List<ForeignKeyOfModel> toMany(ToMany<E, C> relation) {
            return List.of();
        }

        @Override
        public List<ForeignKeyOfModel> manyToMany(ToManyThrough<E, C> relation) {
            JoinTable table = relation.joinTable();
            Reference toTarget = new Reference(
                    model.name(),
                    named(relation),
                    List.of(),
                    relation.target().name(),
                    names(relation.link().targetKey()));
            Reference toOwner =
                    new Reference(model.name(), named(relation), List.of(), model.name(), names(relation.sourceKey()));
            return List.of(
                    link(table, table.targetColumns(), Side.TARGET, toTarget),
                    link(table, table.sourceColumns(), Side.OWNER, toOwner));
        }

        private static ForeignKeyOfModel link(JoinTable table, List<String> columns, Side side, Reference reference) {
            String name = table.table().name();
            return new ForeignKeyOfModel(
                    name, name + "_" + String.join("_", columns) + "_fkey", columns, side, reference);
        }

        private String named(Relation<E, C> relation) {
            return model.name() + "." + relation.name();
        }

        private static List<String> names(List<? extends Property<?, ?>> properties) {
            return properties.stream().<String>map(Property::name).toList();
        }
    }
}
