package org.reactiveorm.processor;

import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Finds the id and checks that there is one id, and at most one version and auditor. */
final class IdReader {

    private final Context context;

    IdReader(Context context) {
        this.context = context;
    }

    /** The name of the id, or of the first of several, or empty. */
    String read(TypeElement type, List<Member> members) {
        List<Member> ids = with("Id", members);
        if (ids.isEmpty()) {
            context.problems()
                    .report(
                            Code.ORM_NO_ID,
                            Place.of(type),
                            "%s has no id. Annotate the component that is the primary key with @Id."
                                    .formatted(type.getSimpleName()));
        }
        if (ids.size() > 1) {
            context.problems()
                    .report(
                            Code.ORM_TWO_IDS,
                            ids.get(1).place(),
                            "%s and %s are both @Id. A key of several columns is one component whose type is a record of them: @Id %sId id."
                                    .formatted(ids.get(0).label(), ids.get(1).label(), type.getSimpleName()));
        }
        refuseSecond("Version", members, Code.ORM_TWO_VERSIONS);
        refuseSecond("CreatedBy", members, Code.ORM_TWO_AUDITORS);
        refuseSecond("UpdatedBy", members, Code.ORM_TWO_AUDITORS);
        new ScopeReader(context).refuseSeconds(members);
        ids.forEach(this::check);
        members.forEach(this::refuseGeneratedElsewhere);
        return ids.isEmpty() ? "" : ids.get(0).name();
    }

    private void refuseSecond(String annotation, List<Member> members, Code code) {
        List<Member> marked = with(annotation, members);
        if (marked.size() > 1) {
            context.problems()
                    .report(
                            code,
                            marked.get(1).place(),
                            "%s and %s are both @%s. Keep one."
                                    .formatted(
                                            marked.get(0).label(), marked.get(1).label(), annotation));
        }
    }

    private static List<Member> with(String annotation, List<Member> members) {
        return members.stream()
                .filter(member -> Mark.isOn(member.element(), annotation))
                .toList();
    }

    private void check(Member id) {
        if (id.isNullable()) {
            context.problems()
                    .report(
                            Code.ORM_NULLABLE,
                            id.place(),
                            "%s is the id and can not be null. Remove @Nullable.".formatted(id.label()));
        }
        if (EntityReader.isRelation(id.type())) {
            context.problems()
                    .report(
                            Code.ORM_MISPLACED,
                            id.place(),
                            "%s is a relation and can not be the id. Make its key the id.".formatted(id.label()));
        } else if (id.type() instanceof DeclaredType type
                && !type.getTypeArguments().isEmpty()) {
            context.problems()
                    .report(
                            Code.ORM_ID_TYPE,
                            id.place(),
                            "%s is a %s and can not be the id: an id's type has no type arguments. Take one value, or a record of the key's columns."
                                    .formatted(id.label(), JavaTypes.of(type).forMessage()));
        }
        refuseComputed(id);
        for (String name :
                List.of("Version", "CreatedAt", "UpdatedAt", "CreatedBy", "UpdatedBy", "Computed", "SoftDelete")) {
            Mark.find(id.element(), name)
                    .ifPresent(mark -> context.problems()
                            .report(
                                    Code.ORM_MISPLACED,
                                    mark.place(),
                                    "%s is the id and can not be %s.".formatted(id.label(), mark.name())));
        }
    }

    /** The key of a row is what it was given. */
    private void refuseComputed(Member id) {
        JavaTypes.elementOf(id.type())
                .filter(type -> type.getKind() == ElementKind.RECORD)
                .ifPresent(type -> new MemberReader(context.silent())
                        .read(type)
                        .forEach(component -> Mark.find(component.element(), "Computed")
                                .ifPresent(mark -> context.problems()
                                        .report(
                                                Code.ORM_MISPLACED,
                                                mark.place(),
                                                "%s is a part of the id and can not be @Computed."
                                                        .formatted(component.label())))));
    }

    private void refuseGeneratedElsewhere(Member member) {
        if (!Mark.isOn(member.element(), "Id")) {
            Mark.find(member.element(), "Generated")
                    .ifPresent(mark -> context.problems()
                            .report(
                                    Code.ORM_GENERATED,
                                    mark.place(),
                                    "%s is not the id. @Generated is for ids; elsewhere @Default(\"(…)\") gives the database a value to fill in."
                                            .formatted(member.label())));
        }
    }
}
