package io.acme.mappers.spring;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** Spring Data JDBC without Spring Boot. */
@Configuration
@EnableJdbcRepositories(considerNestedRepositories = true)
class SpringDataConfiguration extends AbstractJdbcConfiguration {

  @Bean
  NamedParameterJdbcOperations operations(DataSource source) {
    return new NamedParameterJdbcTemplate(source);
  }

  @Bean
  PlatformTransactionManager transactionManager(DataSource source) {
    return new DataSourceTransactionManager(source);
  }
}
