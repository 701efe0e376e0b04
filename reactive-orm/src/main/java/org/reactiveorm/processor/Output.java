package org.reactiveorm.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Hands generated files to the compiler. */
final class Output {

    private final Context context;
    private final Filer filer;
    private final Header header;
    private final ServiceFile entities = new ServiceFile(Library.ENTITY_PROVIDER);
    private final ServiceFile shapes = new ServiceFile(Library.SHAPE_PROVIDER);

    Output(Context context, Filer filer) {
        this.context = context;
        this.filer = filer;
        this.header = new Header(context.exists(Library.GENERATED));
    }

    void write(EntityDescription entity, BuilderLookup builders, TypeElement origin) {
        write(new ModelWriter(entity).write(header), origin);
        BuilderWriter builder = new BuilderWriter(entity, builders);
        write(builder.builder(header), origin);
        if (builder.hasSteps()) {
            write(builder.steps(header), origin);
        }
        entities.add(entity.names().model().nested("Provider"));
    }

    void write(ShapeDescription shape, TypeElement origin) {
        write(new ShapeWriter(shape).write(header), origin);
        shapes.add(shape.names().model().nested("Provider"));
    }

    /** Puts empty types where those of an entity with mistakes are missing. */
    void stub(EntityNames names, TypeElement origin) {
        StubWriter stub = new StubWriter(names);
        create(stub.model(), origin);
        create(stub.builder(), origin);
    }

    private void write(SourceFile file, TypeElement origin) {
        if (!create(file, origin)) {
            context.problems()
                    .report(
                            Code.ORM_NAME_CLASH,
                            Place.of(origin),
                            "%s would generate %s, but there is a class of that name. Rename one of them."
                                    .formatted(
                                            origin.getSimpleName(), file.type().name()));
        }
    }

    /** Whether the name was free. */
    private boolean create(SourceFile file, TypeElement origin) {
        try (Writer writer =
                filer.createSourceFile(file.type().qualifiedName(), origin).openWriter()) {
            writer.write(file.text());
            return true;
        } catch (FilerException taken) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the lists of providers; called once, at the end. */
    void finish() {
        Predicate<String> isAlive = this::isAlive;
        try {
            entities.write(filer, isAlive);
            shapes.write(filer, isAlive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether what an earlier compilation generated, and what it was generated for, are still there. */
    private boolean isAlive(String provider) {
        int end = provider.lastIndexOf('$');
        TypeElement model = context.elements()
                .getTypeElement(end < 0 ? provider : provider.substring(0, end).replace('$', '.'));
        return model != null
                && Stream.concat(
                                model.getInterfaces().stream(),
                                ElementFilter.fieldsIn(model.getEnclosedElements()).stream()
                                        .map(VariableElement::asType))
                        .anyMatch(Output::isForMappedClass);
    }

    private static boolean isForMappedClass(TypeMirror type) {
        return type instanceof DeclaredType declared
                && declared.getTypeArguments().stream()
                        .flatMap(argument -> JavaTypes.elementOf(argument).stream())
                        .anyMatch(element -> Mark.isOn(element, "Entity") || Mark.isOn(element, "Shape"));
    }
}
