package org.reactiveorm.processor;

import java.util.List;
import java.util.Set;

/** Reads what hides rows of an entity: the tenant whose they are, and whether they are deleted. */
final class ScopeReader {

    private static final Set<ColumnKind> NO_TENANT =
            Set.of(ColumnKind.ARRAY, ColumnKind.JSON, ColumnKind.FLOAT, ColumnKind.BOOLEAN);

    private final Context context;

    ScopeReader(Context context) {
        this.context = context;
    }

    /** The column of {@code @TenantId}. */
    Origin tenant(Member member, Mark mark, Mapping mapping) {
        if (member.isNullable() || NO_TENANT.contains(mapping.kind())) {
            report(
                    Code.ORM_TENANT,
                    mark,
                    "%s is the tenant: it must not be @Nullable, an array, JSON, a float or a boolean."
                            .formatted(member.label()));
        }
        return Origin.TENANT;
    }

    /** The column of {@code @SoftDelete}; a boolean that were null would be neither deleted nor not. */
    Origin deletion(Member member, Mark mark, Mapping mapping) {
        boolean isFlag = mapping.kind() == ColumnKind.BOOLEAN && !mapping.hasCodec();
        boolean isFit = isFlag ? !member.isNullable() : OriginReader.isMoment(mapping) && member.isNullable();
        if (!isFit) {
            report(
                    Code.ORM_SOFT_DELETE,
                    mark,
                    "%s says whether a row is deleted: it must be a boolean that is not @Nullable, or a @Nullable Instant, OffsetDateTime or LocalDateTime."
                            .formatted(member.label()));
        }
        return Origin.DELETION;
    }

    /** Refuses a second column of the same kind. */
    void refuseSeconds(List<Member> members) {
        refuseSecond("TenantId", Code.ORM_TENANT, members);
        refuseSecond("SoftDelete", Code.ORM_SOFT_DELETE, members);
    }

    private void refuseSecond(String annotation, Code code, List<Member> members) {
        List<Member> marked = members.stream()
                .filter(member -> Mark.isOn(member.element(), annotation))
                .toList();
        if (marked.size() > 1) {
            Mark.find(marked.get(1).element(), annotation)
                    .ifPresent(mark -> report(
                            code,
                            mark,
                            "%s and %s are both @%s. Keep one."
                                    .formatted(
                                            marked.get(0).label(), marked.get(1).label(), annotation)));
        }
    }

    private void report(Code code, Mark mark, String message) {
        context.problems().report(code, mark.place(), message);
    }
}
