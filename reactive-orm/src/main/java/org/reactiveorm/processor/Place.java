package org.reactiveorm.processor;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Where in the source a mistake is.
 *
 * @param element the element
 * @param mirror the annotation of the element, if it is there
 * @param value the annotation's value, if it is there
 */
record Place(
        Element element,
        @Nullable AnnotationMirror mirror,
        @Nullable AnnotationValue value) {

    static Place of(Element element) {
        return new Place(element, null, null);
    }
}
