package org.reactiveorm.faults;

import java.util.List;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Id;

/** A list to which elements are appended. */
@Entity(table = "registers")
public record Register(@Id int id, List<Integer> elements) {}
