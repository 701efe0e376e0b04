package app;

import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.ManyToMany;
import org.reactiveorm.model.Many;

@Entity
public record Topic(@Id String name, @ManyToMany(mappedBy = "topics") Many<Essay> essays) {}
