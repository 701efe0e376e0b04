package org.reactiveorm.processor;

import java.util.List;
import java.util.Optional;

/** What a component of a shape is made of. */
sealed interface ShapePart {

    /** Answers by kind of part. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Columns of the row, or of rows that relations to one row lead to, and numbers of related rows.
     *
     * @param member the component as a column or group
     * @param expressions what its columns are read from, in their order
     */
    record Values(MemberDescription member, List<String> expressions) implements ShapePart {

        /** Keeps its own copy. */
        public Values {
            expressions = List.copyOf(expressions);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.values(this);
        }
    }

    /**
     * What SQL computes.
     *
     * @param member the component as a column
     * @param fragment the SQL as code
     */
    record Computed(ColumnDescription member, String fragment) implements ShapePart {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.computed(this);
        }
    }

    /**
     * Related rows.
     *
     * @param type what each of them becomes
     * @param handover how the component gets them
     * @param include the relation, and which of the related rows, as code
     * @param shape the generated type of the shape that they become; empty for whole entities
     * @param fetch what is read of them, as code
     */
    record Branch(TypeName type, Handover handover, String include, Optional<TypeName> shape, String fetch)
            implements ShapePart {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.branch(this);
        }
    }

    /** How a component gets related objects. */
    enum Handover {
        /** All in a list. */
        LIST("list"),
        /** The only one or null. */
        OPTIONAL("one"),
        /** The only one. */
        REQUIRED("required");

        private final String method;

        Handover(String method) {
            this.method = method;
        }

        /** The method of {@code Fetch.Related}. */
        String method() {
            return method;
        }
    }

    /** One case for each kind of part. */
    interface Visitor<R> {

        /** Columns. */
        R values(Values values);

        /** SQL. */
        R computed(Computed computed);

        /** Related rows. */
        R branch(Branch branch);
    }
}
