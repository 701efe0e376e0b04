package org.reactiveorm.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JacksonModule;

/** Lets Boot's Jackson mapper find {@link ReactiveOrmModule}. */
@AutoConfiguration(beforeName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration")
@ConditionalOnClass(JacksonModule.class)
final class ReactiveOrmJsonAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    ReactiveOrmModule reactiveOrmModule() {
        return new ReactiveOrmModule();
    }
}
