package org.reactiveorm.processor;

import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Reads the class of a {@code @Default} that makes values in Java. */
final class SupplierReader {

    private static final String SUPPLIER = "java.util.function.Supplier";

    private final Context context;

    SupplierReader(Context context) {
        this.context = context;
    }

    /** The origin, or that of a column without default after a mistake was reported. */
    Origin read(Member member, Mark mark, TypeMirror supplier) {
        Optional<TypeElement> element = JavaTypes.elementOf(supplier);
        String value = JavaTypes.of(context.boxed(member.type())).forMessage();
        String fault = !isSupplierOf(supplier, context.boxed(member.type()))
                ? "is no Supplier<%s>".formatted(value)
                : element.filter(context::isConstructible).isEmpty() ? Context.NOT_CONSTRUCTIBLE : "";
        if (fault.isEmpty() && element.isPresent()) {
            return Origin.supplied(JavaTypes.nameOf(element.get()));
        }
        context.problems()
                .report(
                        Code.ORM_DEFAULT,
                        mark.place("supplier"),
                        "%s: the supplier %s %s."
                                .formatted(
                                        member.label(), JavaTypes.of(supplier).forMessage(), fault));
        return Origin.GIVEN;
    }

    private boolean isSupplierOf(TypeMirror supplier, TypeMirror value) {
        TypeElement contract = context.elements().getTypeElement(SUPPLIER);
        return contract != null
                && context.types()
                        .isAssignable(
                                supplier,
                                context.types()
                                        .getDeclaredType(
                                                contract, context.types().getWildcardType(value, null)));
    }
}
