package io.acme.messages;

import io.acme.jobs.CountedDatabase;
import io.acme.jobs.Work;
import java.util.Collections;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.JobParameters;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.launch.support.TaskExecutorJobLauncher;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JobRepositoryFactoryBean;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.item.support.ListItemReader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Step of Spring Batch, in chunks of one item, with its repository in the same database. */
final class Batches {
  private Batches() {}

  static void start() throws Exception {
    new ResourceDatabasePopulator(
            new ClassPathResource("org/springframework/batch/core/schema-h2.sql"))
        .execute(CountedDatabase.source());
    DataSourceTransactionManager transactions =
        new DataSourceTransactionManager(CountedDatabase.source());
    JobRepositoryFactoryBean factory = new JobRepositoryFactoryBean();
    factory.setDataSource(CountedDatabase.source());
    factory.setTransactionManager(transactions);
    factory.afterPropertiesSet();
    JobRepository repository = factory.getObject();
    Step step =
        new StepBuilder("items", repository)
            .<String, String>chunk(1, transactions)
            .reader(new ListItemReader<>(Collections.nCopies(Work.RUNS, "item")))
            .writer(items -> Work.run("batch"))
            .build();
    Job job = new JobBuilder("import", repository).start(step).build();
    TaskExecutorJobLauncher launcher = new TaskExecutorJobLauncher();
    launcher.setJobRepository(repository);
    launcher.afterPropertiesSet();
    launcher.run(job, new JobParameters());
  }
}
