package org.springframework.samples.petclinic.system;

import javax.cache.configuration.MutableConfiguration;
import org.springframework.boot.autoconfigure.cache.JCacheManagerCustomizer;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** JCache cache of vets. */
@Configuration
@EnableCaching
class CacheConfiguration {
  @Bean
  JCacheManagerCustomizer vets() {
    return manager ->
        manager.createCache("vets", new MutableConfiguration<>().setStatisticsEnabled(true));
  }
}
