package org.reactiveorm.processor;

/**
 * A component that is one column.
 *
 * @param name the component's name
 * @param path the name within the entity: {@code address.city}
 * @param column the column's name
 * @param access how the record or class that declares it is read and written
 * @param mapping how values travel
 * @param nullness whether it may be NULL
 * @param origin where its value comes from
 */
record ColumnDescription(
        String name, String path, String column, Access access, Mapping mapping, Nullness nullness, Origin origin)
        implements MemberDescription {

    /** The component's type. */
    JavaType type() {
        return mapping.type();
    }

    /** Whether an insert needs a value of the caller. */
    boolean isRequired() {
        return !nullness.isNullableColumn() && origin.isGiven();
    }

    /** {@code IntegerColumn<User, Long>}. */
    String handleType(TypeName entity) {
        return of(entity, mapping.kind().handle());
    }

    /** The type of the model's field: the handle's, or {@code IntegerExpression<User, Long>} for what cannot be set. */
    String fieldType(TypeName entity) {
        return origin.isComputed() ? of(entity, mapping.kind().face()) : handleType(entity);
    }

    /** The handle itself, of which {@code field} is the field. */
    String handle(TypeName entity, String field) {
        return fieldType(entity).equals(handleType(entity)) ? field : "((" + handleType(entity) + ") " + field + ")";
    }

    private String of(TypeName entity, TypeName handle) {
        Mapping element = mapping.element();
        String value = element == null ? type().boxed() : element.type().boxed();
        return handle + "<" + entity + (mapping.kind().impliesType() ? "" : ", " + value) + ">";
    }

    @Override
    public String valueType() {
        return type().boxed();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.column(this);
    }
}
