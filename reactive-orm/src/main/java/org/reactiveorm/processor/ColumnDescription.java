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

    /** {@code NumberColumn<User, Long>}. */
    String handleType(TypeName entity) {
        Mapping element = mapping.element();
        String value = element == null ? type().boxed() : element.type().boxed();
        return mapping.kind().handle() + "<" + entity + (mapping.kind().impliesType() ? "" : ", " + value) + ">";
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
