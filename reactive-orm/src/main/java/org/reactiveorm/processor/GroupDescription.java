package org.reactiveorm.processor;

import java.util.List;
import java.util.stream.Stream;

/**
 * A component that is a record of columns: embedded, or a composite id.
 *
 * @param name the component's name
 * @param path the name within the entity
 * @param access how the record or class that declares it is read and written
 * @param type the record
 * @param isNullable whether the component is {@code @Nullable}
 * @param members columns and further groups
 */
record GroupDescription(
        String name, String path, Access access, TypeName type, boolean isNullable, List<MemberDescription> members)
        implements MemberDescription {

    GroupDescription {
        members = List.copyOf(members);
    }

    @Override
    public String valueType() {
        return type.toString();
    }

    /** The nested class of the model that holds the handles. */
    String columnsClass() {
        return Identifiers.capitalizedPath(path) + "Columns";
    }

    /** The columns, also of the groups in it. */
    List<ColumnDescription> columns() {
        return columnsOf(members);
    }

    /** The columns of these members in order. */
    static List<ColumnDescription> columnsOf(List<MemberDescription> members) {
        return members.stream()
                .flatMap(member -> member.accept(new Visitor<Stream<ColumnDescription>>() {
                    @Override
                    public Stream<ColumnDescription> column(ColumnDescription column) {
                        return Stream.of(column);
                    }

                    @Override
                    public Stream<ColumnDescription> group(GroupDescription group) {
                        return group.columns().stream();
                    }

                    @Override
                    public Stream<ColumnDescription> relation(RelationDescription relation) {
                        return Stream.empty();
                    }
                }))
                .toList();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.group(this);
    }
}
