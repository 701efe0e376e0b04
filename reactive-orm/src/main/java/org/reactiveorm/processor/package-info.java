/**
 * Turns entity sources into typed models, staged builders and row readers at compile time. Readers look at elements, report
 * every mistake and make immutable descriptions; writers turn descriptions into source and never see an element.
 */
@NullMarked
package org.reactiveorm.processor;

import org.jspecify.annotations.NullMarked;
