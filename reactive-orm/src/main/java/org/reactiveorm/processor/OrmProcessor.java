package org.reactiveorm.processor;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Generates the typed model, the staged builder and the row reader of every {@code @Entity}, and the reader of every
 * {@code @Shape}. Found by the compiler through its service file; reports every mistake as an error at its element, with a
 * code in brackets to search for.
 */
public final class OrmProcessor extends AbstractProcessor {

    private @Nullable Session session;

    /** Called by the compiler. */
    public OrmProcessor() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Mark.PACKAGE + "*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        Context context = new Context(
                environment.getTypeUtils(), environment.getElementUtils(), Problems.to(environment.getMessager()));
        EntityCatalog catalog = new EntityCatalog(context);
        session = new Session(
                context, catalog, new ShapeReader(context, catalog), new Output(context, environment.getFiler()));
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (session != null) {
            if (round.processingOver()) {
                session.output.finish();
            } else {
                session.round(round);
            }
        }
        return false;
    }

    /** One compilation. */
    private record Session(Context context, EntityCatalog catalog, ShapeReader shapes, Output output) {

        void round(RoundEnvironment round) {
            List<TypeElement> types = annotated(round, "Entity");
            List<EntityDescription> entities = catalog.read(types);
            // the stubs last: a name that two entities claim goes to the one without mistakes
            entities.forEach(entity -> output.write(entity, catalog, origin(entity.type())));
            Set<String> sound = entities.stream()
                    .map(entity -> entity.type().qualifiedName())
                    .collect(Collectors.toSet());
            types.stream()
                    .filter(type -> !sound.contains(type.getQualifiedName().toString()))
                    .forEach(type -> output.stub(EntityNames.of(type), type));
            shapes.read(annotated(round, "Shape")).forEach((type, shape) -> output.write(shape, type));
            new ShapeMarks(context).check(round);
        }

        private TypeElement origin(TypeName type) {
            return context.elements().getTypeElement(type.qualifiedName());
        }

        /** The classes with an annotation, in an order that does not depend on the compiler's arguments. */
        private List<TypeElement> annotated(RoundEnvironment round, String annotation) {
            TypeElement type = context.elements().getTypeElement(Mark.PACKAGE + annotation);
            return type == null
                    ? List.of()
                    : ElementFilter.typesIn(round.getElementsAnnotatedWith(type)).stream()
                            .sorted(Comparator.comparing(
                                    element -> element.getQualifiedName().toString()))
                            .toList();
        }
    }
}
