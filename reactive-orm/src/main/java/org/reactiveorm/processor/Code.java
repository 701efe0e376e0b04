package org.reactiveorm.processor;

/** What can be wrong with an entity or shape. The name stands in brackets at the start of the message. */
enum Code {
    /** No component carries {@code @Id}. */
    ORM_NO_ID,
    /** The id's type has type arguments, with which it is no class of its own. */
    ORM_ID_TYPE,
    /** Several components carry {@code @Id}. */
    ORM_TWO_IDS,
    /** Several components carry {@code @Version}. */
    ORM_TWO_VERSIONS,
    /** Several components carry {@code @CreatedBy}, or {@code @UpdatedBy}: there is one value for all of them. */
    ORM_TWO_AUDITORS,
    /** The version is no {@code int} or {@code long}. */
    ORM_VERSION_TYPE,
    /** The tenant's column is of a type that tells no tenants apart, or there are two. */
    ORM_TENANT,
    /** The column of deleted rows is neither a boolean nor a moment, or there are two. */
    ORM_SOFT_DELETE,
    /** A time stamp is no point in time. */
    ORM_TIMESTAMP_TYPE,
    /** A relation's key names no column. */
    ORM_UNKNOWN_KEY,
    /** A relation's key has another type than the id it refers to. */
    ORM_KEY_TYPE,
    /** A relation's key is nullable where it must not be, or the other way round. */
    ORM_KEY_NULLABILITY,
    /** A relation's key has no default where it is to be set to it. */
    ORM_KEY_DEFAULT,
    /** A relation leads to something that is no entity. */
    ORM_RELATION_TARGET,
    /** An annotation stands on a component that it is not for. */
    ORM_MISPLACED,
    /** It cannot be told which kind of relation it is. */
    ORM_RELATION_KIND,
    /** Several relations could be the other side. */
    ORM_AMBIGUOUS_INVERSE,
    /** No relation could be the other side. */
    ORM_MISSING_INVERSE,
    /** Two collections face each other without saying so. */
    ORM_MANY_TO_MANY,
    /** {@code mappedBy} names no fitting relation. */
    ORM_MAPPED_BY,
    /** The columns of a join table do not fit, or its two sides disagree. */
    ORM_JOIN_TABLE,
    /** A type that has no mapping. */
    ORM_TYPE,
    /** A collection or relation without its type argument, or with a wildcard. */
    ORM_RAW_TYPE,
    /** A default that is no literal of the type. */
    ORM_DEFAULT,
    /** A default where something else makes the value. */
    ORM_DEFAULT_ON_GENERATED,
    /** A computed column without SQL, or one that has to be set. */
    ORM_COMPUTED,
    /** {@code @Generated} on a type or component that it is not for. */
    ORM_GENERATED,
    /** {@code @Nullable} where there is no NULL. */
    ORM_NULLABLE,
    /** A codec that cannot be made or does not fit. */
    ORM_CODEC,
    /** {@code @Json} without Jackson. */
    ORM_NO_JACKSON,
    /** Length, precision or scale that make no sense. */
    ORM_COLUMN_SIZE,
    /** Neither record nor class. */
    ORM_NOT_A_CLASS,
    /** A class that cannot be seen from its package. */
    ORM_PRIVATE,
    /** A class that needs an outer instance. */
    ORM_INNER,
    /** A class with type parameters. */
    ORM_GENERIC,
    /** An abstract class, or one that extends another. */
    ORM_INHERITANCE,
    /** No constructor that generated code can call. */
    ORM_CONSTRUCTOR,
    /** A field that generated code cannot get or set. */
    ORM_ACCESS,
    /** Two things with one name. */
    ORM_NAME_CLASH,
    /** A name that PostgreSQL would cut off or does not take. */
    ORM_NAME,
    /** An unknown component in {@code @Unique} or {@code @Index}. */
    ORM_KEY_COMPONENT,
    /** An enum that cannot be stored. */
    ORM_ENUM,
    /** A shape that is no record, or one without components. */
    ORM_SHAPE,
    /** A shape's component that the entity does not have. */
    ORM_SHAPE_COMPONENT,
    /** A shape's component of another type or nullability. */
    ORM_SHAPE_TYPE,
    /** A relation whose related rows the component cannot hold. */
    ORM_SHAPE_RELATION,
    /** A shape that contains itself. */
    ORM_SHAPE_CYCLE,
    /** A condition that cannot be understood, or does not fit the related entity. */
    ORM_SHAPE_WHERE,
    /** An order that cannot be understood, or does not fit the related entity. */
    ORM_SHAPE_ORDER,
    /** A number of rows that makes no sense. */
    ORM_SHAPE_TAKE,
    /** SQL whose properties or parameters cannot be understood. */
    ORM_SHAPE_SQL
}
