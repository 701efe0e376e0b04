package org.reactiveorm.processor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What differs between relations. */
sealed interface RelationKind {

    /** Answers by kind of relation. */
    <R> R accept(Visitor<R> visitor);

    /** Whether there is at most one related row. */
    default boolean isToOne() {
        return false;
    }

    /** Whether the foreign key is in this table. */
    default boolean isOwning() {
        return false;
    }

    /**
     * The foreign key is here.
     *
     * @param constraint the constraint's name
     * @param onDelete a constant of {@code ReferentialAction}
     * @param onUpdate a constant of {@code ReferentialAction}
     */
    record ToOne(String constraint, String onDelete, String onUpdate) implements RelationKind {

        @Override
        public boolean isToOne() {
            return true;
        }

        @Override
        public boolean isOwning() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.toOne(this);
        }
    }

    /**
     * The foreign key is in the other table.
     *
     * @param mappedBy the relation there
     */
    record InverseToOne(String mappedBy) implements RelationKind {

        @Override
        public boolean isToOne() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.inverseToOne(this);
        }
    }

    /**
     * The foreign key is in the other table.
     *
     * @param mappedBy the relation there
     */
    record ToMany(String mappedBy) implements RelationKind {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.toMany(this);
        }
    }

    /**
     * The keys are in a join table.
     *
     * @param table the join table, in the schema of the side that describes it
     * @param sourceColumns the columns that refer to this entity
     * @param targetColumns the columns that refer to the other entity
     * @param actions what this side says about its own rows; null: nothing
     */
    record ManyToMany(
            TableDescription table,
            List<String> sourceColumns,
            List<String> targetColumns,
            @Nullable LinkActions actions)
            implements RelationKind {

        /** Keeps its own copies. */
        public ManyToMany {
            sourceColumns = List.copyOf(sourceColumns);
            targetColumns = List.copyOf(targetColumns);
        }

        ManyToMany acting(@Nullable LinkActions chosen) {
            return new ManyToMany(table, sourceColumns, targetColumns, chosen);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.manyToMany(this);
        }
    }

    /**
     * What happens to the links of a row, where it is not the usual.
     *
     * @param onDelete a constant of {@code ReferentialAction}
     * @param onUpdate a constant of {@code ReferentialAction}
     */
    record LinkActions(String onDelete, String onUpdate) {

        static final LinkActions USUAL = new LinkActions("CASCADE", "NO_ACTION");
    }

    /** One case for each kind. */
    interface Visitor<R> {

        /** The foreign key is here. */
        R toOne(ToOne kind);

        /** The foreign key is in the other table, at most one row has it. */
        R inverseToOne(InverseToOne kind);

        /** The foreign key is in the other table. */
        R toMany(ToMany kind);

        /** The keys are in a join table. */
        R manyToMany(ManyToMany kind);
    }
}
