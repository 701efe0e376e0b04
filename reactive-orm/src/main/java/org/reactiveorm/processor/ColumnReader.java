package org.reactiveorm.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Reads members that are columns, or records of columns. */
final class ColumnReader {

    /** {@code @Embedded.DEFAULT_PREFIX}. */
    private static final String DEFAULT_PREFIX = "\0";

    private static final List<String> ENTITY_ONLY =
            List.of("Id", "Version", "TenantId", "SoftDelete", "BelongsTo", "HasOne", "HasMany", "ManyToMany");

    /** What makes no sense on a record of columns. */
    private static final List<String> COLUMN_ONLY = List.of(
            "Column",
            "Default",
            "Generated",
            "Version",
            "CreatedAt",
            "UpdatedAt",
            "CreatedBy",
            "UpdatedBy",
            "Computed",
            "TenantId",
            "SoftDelete",
            "Json");

    private final Context context;
    private final TypeReader types;
    private final OriginReader origins;
    private final IdentifierReader identifiers;
    private final String table;

    ColumnReader(Context context, String table) {
        this.context = context;
        this.types = new TypeReader(context);
        this.origins = new OriginReader(context);
        this.identifiers = new IdentifierReader(context);
        this.table = table;
    }

    /** The column or group, or null after a mistake. */
    @Nullable
    MemberDescription read(Member member) {
        return read(member, Scope.ENTITY);
    }

    private @Nullable MemberDescription read(Member member, Scope scope) {
        Optional<TypeElement> record =
                JavaTypes.elementOf(member.type()).filter(type -> type.getKind() == ElementKind.RECORD);
        Optional<Mark> embedded = Mark.find(member.element(), "Embedded");
        boolean isComposite = scope.isEntity()
                && Mark.isOn(member.element(), "Id")
                && record.isPresent()
                && Mark.find(member.element(), "Column")
                        .flatMap(mark -> mark.type("codec"))
                        .isEmpty();
        if (record.isPresent() && (isComposite || embedded.isPresent())) {
            return group(member, record.get(), scope);
        }
        if (embedded.isPresent()) {
            misplaced(member, embedded.get(), "is for records whose components are columns");
            return null;
        }
        return column(member, scope);
    }

    private @Nullable MemberDescription group(Member member, TypeElement record, Scope scope) {
        String path = scope.path() + member.name();
        if (scope.outer().contains(record)) {
            context.problems().report(Code.ORM_TYPE, member.place(), member.label() + " embeds a record into itself.");
            return null;
        }
        COLUMN_ONLY.forEach(name -> Mark.find(member.element(), name)
                .ifPresent(mark -> misplaced(member, mark, "is for one column; annotate the record's components")));
        boolean isId = scope.isEntity() && Mark.isOn(member.element(), "Id");
        if (!record.getTypeParameters().isEmpty()) {
            context.problems()
                    .report(
                            Code.ORM_GENERIC,
                            member.place(),
                            member.label() + " is a generic record. Embed one without type parameters.");
            return null;
        }
        Scope inner = new Scope(
                path + ".",
                scope.prefix() + prefix(member, isId),
                scope.isNullable() || member.isNullable(),
                Scope.with(scope.outer(), record));
        List<MemberDescription> members = new ArrayList<>();
        List<Member> components = new MemberReader(context).read(record);
        for (Member component : components) {
            MemberDescription description = read(component, inner);
            if (description != null) {
                members.add(description);
            }
        }
        return members.isEmpty() || members.size() < components.size()
                ? null
                : new GroupDescription(
                        member.name(), path, member.access(), JavaTypes.nameOf(record), member.isNullable(), members);
    }

    private static String prefix(Member member, boolean isId) {
        String given = Mark.find(member.element(), "Embedded")
                .map(mark -> mark.text("prefix"))
                .orElse(isId ? "" : DEFAULT_PREFIX);
        return given.equals(DEFAULT_PREFIX) ? Identifiers.snake(member.name()) + "_" : given;
    }

    private @Nullable ColumnDescription column(Member member, Scope scope) {
        if (!scope.isEntity()) {
            ENTITY_ONLY.forEach(name -> Mark.find(member.element(), name)
                    .ifPresent(mark -> misplaced(member, mark, "is for components of the entity itself")));
        }
        refuseNullable(member);
        Mapping mapping = types.read(member);
        if (mapping == null) {
            return null;
        }
        String name = scope.prefix() + columnName(member);
        identifiers.checkedColumn(
                name,
                Mark.find(member.element(), "Column")
                        .map(mark -> mark.place("name"))
                        .orElse(member.place()));
        Nullness nullness =
                member.isNullable() ? Nullness.COMPONENT : scope.isNullable() ? Nullness.RECORD : Nullness.NEVER;
        return new ColumnDescription(
                member.name(),
                scope.path() + member.name(),
                name,
                member.access(),
                mapping,
                nullness,
                origins.read(member, mapping, table, name));
    }

    private void refuseNullable(Member member) {
        if (member.isNullable() && member.type().getKind().isPrimitive()) {
            context.problems()
                    .report(
                            Code.ORM_NULLABLE,
                            member.place(),
                            "%s is a primitive and can not be null. Use its box, or remove @Nullable."
                                    .formatted(member.label()));
        }
    }

    private static String columnName(Member member) {
        return Mark.find(member.element(), "Column")
                .map(mark -> mark.text("name"))
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> Identifiers.snake(member.name()));
    }

    private void misplaced(Member member, Mark mark, String fault) {
        context.problems()
                .report(Code.ORM_MISPLACED, mark.place(), "%s: %s %s.".formatted(member.label(), mark.name(), fault));
    }

    /**
     * Where in an entity a member is.
     *
     * @param path what its path begins with
     * @param prefix what its column's name begins with
     * @param isNullable whether a record around it may be missing
     * @param outer the records around it
     */
    private record Scope(String path, String prefix, boolean isNullable, List<TypeElement> outer) {

        static final Scope ENTITY = new Scope("", "", false, List.of());

        static List<TypeElement> with(List<TypeElement> outer, TypeElement record) {
            List<TypeElement> longer = new ArrayList<>(outer);
            longer.add(record);
            return List.copyOf(longer);
        }

        boolean isEntity() {
            return outer.isEmpty();
        }
    }
}
