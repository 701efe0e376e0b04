package org.reactiveorm.example;

import static org.reactiveorm.example.Post_.POST;

import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.read.Slice;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Posts: read with or without their user, listed, published, deleted. */
@RestController
@RequestMapping("/posts")
class PostController {

    private final ReactiveOrm orm;

    PostController(ReactiveOrm orm) {
        this.orm = orm;
    }

    /** {@code ?include=user} */
    @GetMapping("/{id}")
    Mono<Post> post(@PathVariable long id, @RequestParam MultiValueMap<String, String> parameters) {
        return Listing.only("include", POST, parameters)
                .includedIn(orm.find(POST).byId(id))
                .oneOrFail();
    }

    /** {@code ?published=true&title.containsIgnoreCase=reactive&sort=-createdAt&include=user} */
    @GetMapping
    Mono<Page<Post>> posts(@RequestParam MultiValueMap<String, String> parameters) {
        return Listing.of(POST, parameters).page(orm.find(POST));
    }

    /**
     * {@code ?after=…&size=20}: the newest first, slice by slice from one answer's {@code next} to the following one. What is
     * written meanwhile moves nothing.
     */
    @GetMapping("/latest")
    Mono<Slice<Post>> latest(@RequestParam MultiValueMap<String, String> parameters) {
        return orm.find(POST)
                .where(POST.published.isTrue())
                .orderBy(POST.createdAt.desc())
                .after(parameters.getFirst("after"), Paging.of(parameters).size());
    }

    /** Publishing twice is no mistake. */
    @PostMapping("/{id}/publish")
    Mono<Post> publish(@PathVariable long id) {
        return orm.update(POST).byId(id).set(POST.published.to(true)).oneOrFail();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(@PathVariable long id) {
        return orm.delete(POST).byId(id).oneOrFail().then();
    }
}
