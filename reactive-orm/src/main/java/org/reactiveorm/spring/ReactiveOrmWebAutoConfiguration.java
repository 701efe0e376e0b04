package org.reactiveorm.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Answers errors of the library as {@link OrmProblems} says, in WebFlux applications. */
@AutoConfiguration(afterName = "org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass(ServerResponse.class)
final class ReactiveOrmWebAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    OrmProblems reactiveOrmProblems() {
        return OrmProblems.standard();
    }

    @Bean
    OrmExceptionHandler reactiveOrmExceptionHandler(OrmProblems problems, ServerCodecConfigurer codecs) {
        return new OrmExceptionHandler(problems, codecs);
    }
}
