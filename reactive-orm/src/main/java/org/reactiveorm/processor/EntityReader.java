package org.reactiveorm.processor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads an entity without looking at others. */
final class EntityReader {

    /** What makes no sense on a relation. */
    private static final List<String> COLUMN_MARKS = List.of(
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
            "Json",
            "Embedded");

    private final Context context;
    private final ClassRules rules;
    private final IdentifierReader identifiers;

    EntityReader(Context context) {
        this.context = context;
        this.rules = new ClassRules(context);
        this.identifiers = new IdentifierReader(context);
    }

    /** The entity, also when mistakes were reported; empty where its kind of class leaves nothing to read. */
    Optional<EntitySource> read(TypeElement type) {
        if (!rules.checkEntity(type)) {
            return Optional.empty();
        }
        EntityNames names = EntityNames.of(type);
        TableDescription table = tableOf(type, names.simpleName());
        ColumnReader columnReader = new ColumnReader(context, table.name());
        List<Member> members = new MemberReader(context).read(type);
        Map<String, MemberDescription> columns = new LinkedHashMap<>();
        Map<String, RelationSource> relations = new LinkedHashMap<>();
        for (Member member : members) {
            if (isRelation(member.type())) {
                RelationSource relation = relation(member);
                if (relation != null) {
                    relations.put(member.name(), relation);
                }
            } else {
                MemberDescription column = columnReader.read(member);
                if (column != null) {
                    columns.put(member.name(), column);
                }
                refuseRelationMarks(member);
            }
        }
        String id = new IdReader(context).read(type, members);
        EntitySource source = new EntitySource(type, names, table, members, columns, relations, id);
        new NameRules(context).check(source);
        return Optional.of(source);
    }

    private TableDescription tableOf(TypeElement type, String simpleName) {
        Mark mark = Mark.find(type, "Entity").orElseThrow();
        String schema = mark.text("schema");
        if (!schema.isEmpty()) {
            identifiers.checked(schema, mark.place("schema"));
        }
        String name = mark.text("table");
        return new TableDescription(
                schema,
                identifiers.checked(name.isEmpty() ? Identifiers.snake(simpleName) : name, mark.place("table")));
    }

    static boolean isRelation(TypeMirror type) {
        return JavaTypes.isNamed(type, Library.ONE.qualifiedName())
                || JavaTypes.isNamed(type, Library.MANY.qualifiedName());
    }

    private @Nullable RelationSource relation(Member member) {
        String container = JavaTypes.elementOf(member.type())
                .map(type -> type.getSimpleName().toString())
                .orElse("");
        if (member.isNullable()) {
            context.problems()
                    .report(
                            Code.ORM_NULLABLE,
                            member.place(),
                            "%s can not be null: a %s is there even when nothing is related. Remove @Nullable; a nullable key makes the relation optional."
                                    .formatted(member.label(), container));
        }
        refuseColumnMarks(member);
        List<? extends TypeMirror> arguments = ((DeclaredType) member.type()).getTypeArguments();
        if (arguments.isEmpty() || arguments.get(0).getKind() == TypeKind.WILDCARD) {
            context.problems()
                    .report(
                            Code.ORM_RAW_TYPE,
                            member.place(),
                            "%s needs the related entity without a wildcard: %s<Post>."
                                    .formatted(member.label(), container));
            return null;
        }
        if (arguments.get(0).getKind() == TypeKind.ERROR) {
            return null;
        }
        Optional<TypeElement> target = JavaTypes.elementOf(arguments.get(0)).filter(type -> Mark.isOn(type, "Entity"));
        if (target.isEmpty()) {
            context.problems()
                    .report(
                            Code.ORM_RELATION_TARGET,
                            member.place(),
                            "%s leads to %s, which is no entity. Annotate it with @Entity."
                                    .formatted(
                                            member.label(),
                                            JavaTypes.of(arguments.get(0)).forMessage()));
            return null;
        }
        return new RelationSource(member, container.equals("Many"), target.get());
    }

    private void refuseColumnMarks(Member member) {
        COLUMN_MARKS.forEach(name -> Mark.find(member.element(), name)
                .ifPresent(mark -> context.problems()
                        .report(
                                Code.ORM_MISPLACED,
                                mark.place(),
                                "%s: %s is for columns. The key of a relation is a component of its own."
                                        .formatted(member.label(), mark.name()))));
    }

    private void refuseRelationMarks(Member member) {
        for (String name : List.of("BelongsTo", "HasOne", "HasMany", "ManyToMany")) {
            Mark.find(member.element(), name)
                    .ifPresent(mark -> context.problems()
                            .report(
                                    Code.ORM_MISPLACED,
                                    mark.place(),
                                    "%s: %s is for One<…> or Many<…>.".formatted(member.label(), mark.name())));
        }
    }
}
