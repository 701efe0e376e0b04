package org.reactiveorm.library;

import java.util.List;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Id;

/** An array among the columns. */
@Entity(table = "posters")
public record Poster(@Id long id, List<String> colors) {}
