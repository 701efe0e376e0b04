package org.reactiveorm.processor;

/** A component or field of an entity. */
sealed interface MemberDescription permits ColumnDescription, GroupDescription, RelationDescription {

    /** The component's name. */
    String name();

    /** The class of the component's value as code, boxed. */
    String valueType();

    /** How code gets and sets the value. */
    Access access();

    /** Answers by kind of member. */
    <R> R accept(Visitor<R> visitor);

    /** One case for each kind of member. */
    interface Visitor<R> {

        /** One column. */
        R column(ColumnDescription column);

        /** A record of several columns. */
        R group(GroupDescription group);

        /** Related entities. */
        R relation(RelationDescription relation);
    }
}
