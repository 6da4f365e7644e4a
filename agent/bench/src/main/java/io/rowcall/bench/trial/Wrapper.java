package io.rowcall.bench.trial;

import com.p6spy.engine.spy.P6DataSource;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.listener.DataSourceQueryCountListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/** JDBC wrapper around the pool. */
public enum Wrapper {
  NONE {
    @Override
    public DataSource wrap(DataSource pool) {
      return pool;
    }
  },
  P6SPY {
    @Override
    public DataSource wrap(DataSource pool) {
      return new P6DataSource(pool);
    }
  },
  DATASOURCE_PROXY {
    @Override
    public DataSource wrap(DataSource pool) {
      return ProxyDataSourceBuilder.create(pool)
          .listener(new DataSourceQueryCountListener())
          .build();
    }
  };

  public abstract DataSource wrap(DataSource pool);
}
