package org.reactiveorm.processor;

/** The types that generated code uses. */
final class Library {

    static final TypeName ARGUMENTS = query("Arguments");
    static final TypeName BRANCH = query("Branch");
    static final TypeName COLUMN = query("Column");
    static final TypeName CONDITION = query("Condition");
    static final TypeName DRAFT = query("Draft");
    static final TypeName ENTITY_PROVIDER = query("EntityProvider");
    static final TypeName ENTITY_REF = query("EntityRef");
    static final TypeName ENTITY_SHAPE = query("EntityShape");
    static final TypeName EXPRESSION = query("Expression");
    static final TypeName FETCH = query("Fetch");
    static final TypeName NESTED = query("Nested");
    static final TypeName NEW = query("New");
    static final TypeName RELATION_REF = query("RelationRef");
    static final TypeName SQL_EXPRESSION = query("SqlExpression");
    static final TypeName SQL_FRAGMENT = query("SqlFragment");
    static final TypeName TO_MANY_REF = query("ToManyRef");
    static final TypeName TO_ONE_REF = query("ToOneRef");
    static final TypeName OPTIONAL_TO_ONE_REF = query("OptionalToOneRef");
    static final TypeName OWNED_TO_ONE_REF = query("OwnedToOneRef");
    static final TypeName OPTIONAL_TO_MANY_REF = query("OptionalToManyRef");
    static final TypeName ATTACHMENT = query("Attachment");

    static final TypeName COLUMN_TYPE = model("ColumnType");
    static final TypeName COLUMN_TYPES = model("ColumnTypes");
    static final TypeName ENDS = model("Ends");
    static final TypeName ENTITY_MODEL = model("EntityModel");
    static final TypeName ENTITY_MODEL_BUILDER = model("EntityModelBuilder");
    static final TypeName FOREIGN_KEY = model("ForeignKey");
    static final TypeName HANDLES = model("Handles");
    static final TypeName INVERSE_TO_ONE = model("InverseToOne");
    static final TypeName JOIN_TABLE = model("JoinTable");
    static final TypeName KEY = model("Key");
    static final TypeName MANY = model("Many");
    static final TypeName TO_MANY_THROUGH = model("ToManyThrough");
    static final TypeName ONE = model("One");
    static final TypeName PROPERTY = model("Property");
    static final TypeName ROW = model("Row");
    static final TypeName SHAPE_MODEL = query("ShapeModel");
    static final TypeName SHAPE_PROVIDER = query("ShapeProvider");
    static final TypeName TABLE = model("Table");
    static final TypeName TO_MANY = model("ToMany");
    static final TypeName TO_ONE = model("ToOne");
    static final TypeName VALUE_SOURCE = model("ValueSource");

    static final TypeName REFERENTIAL_ACTION = new TypeName("org.reactiveorm.annotation", "ReferentialAction");
    static final TypeName GENERATED = new TypeName("javax.annotation.processing", "Generated");
    static final TypeName NULLABLE = new TypeName("org.jspecify.annotations", "Nullable");
    static final TypeName NULL_MARKED = new TypeName("org.jspecify.annotations", "NullMarked");
    static final TypeName TYPE_REFERENCE = new TypeName("tools.jackson.core.type", "TypeReference");

    static final TypeName CLASS = java("Class");
    static final TypeName OVERRIDE = java("Override");
    static final TypeName STRING = java("String");
    static final TypeName COLLECTION = new TypeName("java.util", "Collection");
    static final TypeName LIST = new TypeName("java.util", "List");
    static final TypeName SET = new TypeName("java.util", "Set");

    private Library() {}

    /** A type of {@code java.lang}. */
    static TypeName java(String name) {
        return new TypeName("java.lang", name);
    }

    /** A type of the library's query package. */
    static TypeName query(String name) {
        return new TypeName("org.reactiveorm.query", name);
    }

    private static TypeName model(String name) {
        return new TypeName("org.reactiveorm.model", name);
    }
}
