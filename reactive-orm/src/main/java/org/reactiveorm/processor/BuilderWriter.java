package org.reactiveorm.processor;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes {@code NewUser} and {@code NewUserSteps}. */
final class BuilderWriter {

    private final EntityDescription entity;
    private final EntityNames names;
    private final BuilderPlan plan;
    private final List<Setter> free;

    BuilderWriter(EntityDescription entity, BuilderLookup builders) {
        this.entity = entity;
        this.names = entity.names();
        this.plan = BuilderPlan.of(entity);
        SetterCode code = new SetterCode(entity, Set.of());
        Stream<Setter> created = plan.related().stream().flatMap(relation -> creations(relation, code, builders));
        Stream<Setter> attached = entity.relations().isEmpty() ? Stream.empty() : Stream.of(code.attachment());
        this.free = Stream.of(plan.optional().stream(), created, attached)
                .flatMap(setters -> setters)
                .toList();
    }

    private static Stream<Setter> creations(RelationDescription relation, SetterCode code, BuilderLookup builders) {
        TypeName created = relation.kind().accept(new RelationKind.Visitor<TypeName>() {
            @Override
            public TypeName toOne(RelationKind.ToOne toOne) {
                return relation.target().builder();
            }

            @Override
            public TypeName inverseToOne(RelationKind.InverseToOne inverse) {
                return builders.without(relation.target(), inverse.mappedBy());
            }

            @Override
            public TypeName toMany(RelationKind.ToMany toMany) {
                return builders.without(relation.target(), toMany.mappedBy());
            }

            @Override
            public TypeName manyToMany(RelationKind.ManyToMany manyToMany) {
                return relation.target().builder();
            }
        });
        return relation.kind().isToOne()
                ? Stream.of(code.creation(relation, created, false))
                : Stream.of(code.creation(relation, created, true), code.creationOfAll(relation, created));
    }

    boolean hasSteps() {
        return plan.hasSteps();
    }

    SourceFile builder(Header header) {
        SourceFile file = new SourceFile(names.builder(), entity.packageTypes());
        header.write(file, "A new {@link " + names.type() + "}: required columns are steps.");
        String draft = Library.DRAFT + "<" + names.type() + ">";
        file.open(names.visibility() + "final class " + names.builder().simpleName() + " implements " + Library.NEW
                + "<" + names.type() + ">" + stagesOfBuilder());
        file.blank();
        file.line("private final " + draft + " draft;");
        file.blank();
        file.open("private " + names.builder().simpleName() + "(" + draft + " draft)");
        file.line("this.draft = draft;");
        file.close();
        file.blank();
        file.line("@" + Library.OVERRIDE);
        file.open("public " + draft + " draft()");
        file.line("return this.draft;");
        file.close();
        entry(file);
        plan.steps().stream().skip(1).forEach(setter -> method(file, setter, true));
        plan.keys().forEach(key -> key.setters().forEach(setter -> method(file, setter, true)));
        free.forEach(setter -> method(file, setter, !plan.keys().isEmpty()));
        file.close();
        return file;
    }

    private String stagesOfBuilder() {
        StringBuilder stages = new StringBuilder();
        for (int step = 1; step < plan.steps().size(); step++) {
            stages.append(", ").append(plan.stage(step));
        }
        plan.missingKeys().forEach(missing -> stages.append(", ").append(plan.keyStage(missing)));
        return stages.toString();
    }

    /** The first step is static; without required columns there is nothing to begin with but the object itself. */
    private void entry(SourceFile file) {
        String draft = names.modelConstant() + ".draft()";
        file.blank();
        if (plan.steps().isEmpty()) {
            file.doc("A new {@link " + names.type() + "} without any values yet.");
            file.open("public static " + plan.stage(0) + " create()");
            file.line("return new " + names.builder() + "(" + draft + ");");
        } else {
            Setter first = plan.steps().get(0);
            file.doc(first.doc());
            file.open("public static " + plan.stage(1) + " " + first.signature());
            file.line("return new " + names.builder() + "(" + draft + "." + first.change() + ");");
        }
        file.close();
    }

    private void method(SourceFile file, Setter setter, boolean isOverride) {
        file.blank();
        if (isOverride) {
            file.line("@" + Library.OVERRIDE);
        } else {
            file.doc(setter.doc());
        }
        file.open("public " + names.builder() + " " + setter.signature());
        file.line("return new " + names.builder() + "(this.draft." + setter.change() + ");");
        file.close();
    }

    SourceFile steps(Header header) {
        SourceFile file = new SourceFile(names.steps(), entity.packageTypes());
        header.write(file, "The steps of {@link " + names.builder() + "}.");
        file.open(names.visibility() + "final class " + names.steps().simpleName());
        file.blank();
        file.line("private " + names.steps().simpleName() + "() {}");
        for (int step = 1; step < plan.steps().size(); step++) {
            Setter setter = plan.steps().get(step);
            openStage(file, plan.stage(step), "Waits for {@link #" + setter.name() + "}.", "");
            stageMethod(file, setter, plan.stage(step + 1));
            file.close();
        }
        plan.missingKeys().forEach(missing -> keyStage(file, missing));
        file.close();
        return file;
    }

    private void openStage(SourceFile file, TypeName stage, String doc, String parents) {
        file.reserve(stage.simpleName());
        file.blank();
        file.doc(doc);
        file.open("public sealed interface " + stage.simpleName() + parents + " permits " + names.builder());
    }

    private void keyStage(SourceFile file, List<BuilderPlan.KeyStage> missing) {
        TypeName stage = plan.keyStage(missing);
        String lacking = missing.stream().map(key -> key.relation().name()).collect(Collectors.joining(" and "));
        openStage(
                file,
                stage,
                "Has everything but the " + lacking + ".",
                " extends " + Library.NESTED + "<" + names.type() + ">");
        for (BuilderPlan.KeyStage key : missing) {
            TypeName next = plan.keyStage(
                    missing.stream().filter(other -> !other.equals(key)).toList());
            key.setters().forEach(setter -> stageMethod(file, setter, next));
        }
        free.forEach(setter -> stageMethod(file, setter, stage));
        file.close();
    }

    private static void stageMethod(SourceFile file, Setter setter, TypeName next) {
        file.blank();
        file.doc(setter.doc());
        file.line(next + " " + setter.signature() + ";");
    }
}
