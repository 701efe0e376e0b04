package org.reactiveorm.processor;

import java.util.List;

/** The code that gets a column's value out of an object, through the records around it. */
final class PathCode {

    private PathCode() {}

    /** The value of a column of these members; null where a record on the way is null. */
    static String value(String target, List<MemberDescription> members, ColumnDescription column) {
        for (MemberDescription member : members) {
            if (member.equals(column)) {
                return column.access().get(target);
            }
            if (member instanceof GroupDescription group && group.columns().contains(column)) {
                String record = group.access().get(target);
                return inside(record, group, column);
            }
        }
        throw new IllegalArgumentException(column.path());
    }

    /**
     * The value of a group's column, where {@code record} is the expression of the group itself. One that must not be null may be it
     * all the same; then its columns are refused by their names.
     */
    static String inside(String record, GroupDescription group, ColumnDescription column) {
        return record + " == null ? null : " + value(record, group.members(), column);
    }
}
