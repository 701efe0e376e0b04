package org.reactiveorm.processor;

import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads components of shapes that are related rows. */
final class ShapeBranchReader {

    private final ShapeContext shape;
    private final BiPredicate<Member, TypeElement> isUsable;

    /** {@code isUsable} says whether a shape can be nested, and reports why not. */
    ShapeBranchReader(ShapeContext shape, BiPredicate<Member, TypeElement> isUsable) {
        this.shape = shape;
        this.isUsable = isUsable;
    }

    /** The related rows; empty after a mistake. */
    Optional<ShapePart> read(PathStep relation) {
        shape.check(relation.isToOne() ? ShapeMarks.Role.ONE : ShapeMarks.Role.MANY);
        TypeMirror declared = shape.component().type();
        TypeMirror type = relation.isToOne() ? declared : JavaTypes.elementOfList(declared);
        if (type.getKind() == TypeKind.ERROR) {
            return Optional.empty();
        }
        boolean isList = type != declared;
        Optional<TypeElement> made = JavaTypes.elementOf(type).filter(element -> isOf(element, relation.target()));
        if (made.isEmpty() || isList == relation.isToOne()) {
            refuseType(relation);
            return Optional.empty();
        }
        Optional<String> include = include(relation);
        ShapePart.Handover handover = handover(relation);
        boolean isShape = !isSame(made.get(), relation.target());
        boolean isSound = isNullnessRight(relation, type) && (!isShape || isUsable.test(shape.component(), made.get()));
        if (!isSound) {
            return Optional.empty();
        }
        TypeName generated = EntityNames.of(made.get()).model();
        String fetch = isShape
                ? generated + ".fetch(arguments)"
                : Library.FETCH + ".entity(" + relation.target().names().modelConstant() + ")";
        return include.map(code -> new ShapePart.Branch(
                JavaTypes.nameOf(made.get()),
                handover,
                code,
                isShape ? Optional.of(generated) : Optional.empty(),
                fetch));
    }

    private static boolean isOf(TypeElement type, EntitySource target) {
        return isSame(type, target)
                || Mark.find(type, "Shape")
                        .flatMap(mark -> mark.type("of"))
                        .flatMap(JavaTypes::elementOf)
                        .filter(of -> isSame(of, target))
                        .isPresent();
    }

    private static boolean isSame(TypeElement type, EntitySource entity) {
        return type.getQualifiedName().contentEquals(entity.element().getQualifiedName());
    }

    private void refuseType(PathStep relation) {
        String target = relation.target().simpleName();
        shape.report(
                Code.ORM_SHAPE_RELATION,
                shape.component().place(),
                "%s is a relation to %s %s. Its type must be %s, where X is %s or a record with @Shape(of = %s.class)."
                        .formatted(
                                relation.label(),
                                relation.isToOne() ? "one" : "many",
                                target,
                                relation.isToOne() ? "X" : "List<X>",
                                target,
                                target));
    }

    private Absence absence(PathStep relation) {
        return shape.mark("Where").isPresent() ? Absence.POSSIBLE : relation.absence();
    }

    private ShapePart.Handover handover(PathStep relation) {
        if (!relation.isToOne()) {
            return ShapePart.Handover.LIST;
        }
        return shape.component().isNullable() ? ShapePart.Handover.OPTIONAL : ShapePart.Handover.REQUIRED;
    }

    private boolean isNullnessRight(PathStep relation, TypeMirror element) {
        boolean isNullable = shape.component().isNullable();
        if (!relation.isToOne() && (isNullable || Member.isNullable(element))) {
            refuseNullness(
                    "related rows are a list that may be empty, but neither it nor its elements are null. Remove @Nullable.");
            return false;
        }
        if (relation.isToOne() && !absence(relation).fits(isNullable)) {
            refuseNullness(
                    isNullable
                            ? "%s always leads to a row. Remove @Nullable.".formatted(relation.label())
                            : "%s may lead to no row%s. Mark it @Nullable."
                                    .formatted(
                                            relation.label(),
                                            shape.mark("Where").isPresent() ? " for which the condition holds" : ""));
            return false;
        }
        return true;
    }

    private void refuseNullness(String sentence) {
        shape.report(Code.ORM_SHAPE_TYPE, shape.component().place(), sentence);
    }

    /** The relation with filter, order and limit; empty after a mistake. */
    private Optional<String> include(PathStep relation) {
        TextScope related = shape.scope().of(relation.target());
        Optional<String> where =
                clause("Where", Code.ORM_SHAPE_WHERE, text -> ".where(" + new WhereText(text, related).code() + ")");
        Optional<String> order = clause(
                "OrderBy", Code.ORM_SHAPE_ORDER, text -> ".orderBy(" + new OrderText(text, related).code() + ")");
        Optional<String> take = clause("Take", Code.ORM_SHAPE_TAKE, ShapeBranchReader::take);
        if (where.isEmpty() || order.isEmpty() || take.isEmpty()) {
            return Optional.empty();
        }
        String clauses = where.get() + order.get() + take.get();
        return Optional.of(relation.code() + (clauses.isEmpty() ? ".asInclude()" : clauses));
    }

    /** What an annotation adds, nothing where there is none; empty after a mistake. */
    private Optional<String> clause(String name, Code code, UnaryOperator<String> reader) {
        Optional<Mark> mark = shape.mark(name);
        return mark.isEmpty()
                ? Optional.of("")
                : shape.attempt(code, mark, () -> reader.apply(mark.get().text("value")));
    }

    private static String take(String number) {
        if (number.startsWith("-") || number.equals("0")) {
            throw ShapeFault.of(
                    "%s is no number of rows. Take at least one, or leave the component out.".formatted(number));
        }
        return ".take(" + number + ")";
    }
}
