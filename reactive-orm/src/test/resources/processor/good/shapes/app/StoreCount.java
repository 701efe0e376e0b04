package app;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.Column;
import org.reactiveorm.annotation.Shape;

@Shape
public record StoreCount(long count, @Nullable String townName, @Column(name = "Total") int total) {}
