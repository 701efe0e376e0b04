package app;

import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.ManyToMany;
import org.reactiveorm.model.Many;

@Entity(table = "tags")
public record Tag(@Id String name, @ManyToMany(mappedBy = "tags") Many<Post> posts) {}
