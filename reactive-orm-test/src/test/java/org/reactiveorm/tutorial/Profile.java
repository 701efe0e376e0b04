package org.reactiveorm.tutorial;

import java.util.List;
import org.reactiveorm.annotation.Count;
import org.reactiveorm.annotation.Shape;
import org.reactiveorm.annotation.Where;

// tag::profile[]
@Shape(of = User.class)
record Profile(
        String username,
        @Where("published") List<PostTitle> posts,
        @Count("posts") long postCount) {}
// end::profile[]
