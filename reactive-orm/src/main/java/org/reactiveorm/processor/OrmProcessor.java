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

    private static final String PACKAGE = "org.reactiveorm.annotation.";

    private @Nullable Session session;

    /** Called by the compiler. */
    public OrmProcessor() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(PACKAGE + "*");
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
        session = new Session(context, new EntityCatalog(context), new Output(context, environment.getFiler()));
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
    private record Session(Context context, EntityCatalog catalog, Output output) {

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
            ShapeReader shapes = new ShapeReader(context, catalog);
            for (TypeElement type : annotated(round, "Shape")) {
                shapes.read(type).ifPresent(shape -> output.write(shape, type));
            }
        }

        private TypeElement origin(TypeName type) {
            return context.elements().getTypeElement(type.qualifiedName());
        }

        /** The classes with an annotation, in an order that does not depend on the compiler's arguments. */
        private List<TypeElement> annotated(RoundEnvironment round, String annotation) {
            TypeElement type = context.elements().getTypeElement(PACKAGE + annotation);
            return type == null
                    ? List.of()
                    : ElementFilter.typesIn(round.getElementsAnnotatedWith(type)).stream()
                            .sorted(Comparator.comparing(
                                    element -> element.getQualifiedName().toString()))
                            .toList();
        }
    }
}
