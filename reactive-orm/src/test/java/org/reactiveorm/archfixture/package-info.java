/** A library in miniature that breaks every rule of {@link org.reactiveorm.ArchitectureRules} once. Not to be copied. */
package org.reactiveorm.archfixture;
