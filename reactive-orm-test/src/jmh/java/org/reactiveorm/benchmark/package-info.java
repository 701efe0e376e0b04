/**
 * The library next to the same work written by hand on the same driver; {@link org.reactiveorm.benchmark.BenchmarkRun}
 * makes the table of {@code docs/performance.md}. Only the Maven profile {@code benchmarks} compiles this package.
 */
@NullMarked
package org.reactiveorm.benchmark;

import org.jspecify.annotations.NullMarked;
