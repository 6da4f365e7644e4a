package io.rowcall.core.weave;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.ClassFileTransformer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Classes in the shapes of real drivers and containers. */
public final class Fixtures {
  private Fixtures() {}

  /** A handle that can be closed, as Liberty's can; it implements no interface of JDBC. */
  public abstract static class Handle {
    public boolean closed;

    public void close() throws SQLException {
      closed = true;
    }

    public ResultSet executeQuery(String sql) throws SQLException {
      throw new SQLException(sql);
    }

    public final boolean execute(String sql) throws SQLException {
      throw new SQLException(sql);
    }

    public abstract int executeUpdate(String sql) throws SQLException;
  }

  public abstract static class InheritingConnection extends Handle implements Connection {}

  public abstract static class InheritingStatement extends Handle implements Statement {}

  public abstract static class OverridingStatement extends InheritingStatement {
    @Override
    public abstract int executeUpdate(String sql) throws SQLException;
  }

  public abstract static class FinalHandle {
    public final void close() {}
  }

  public abstract static class ConnectionOfFinalClose extends FinalHandle implements Connection {
    @Override
    public void commit() {}
  }

  /** Implements no interface of JDBC. */
  public static class OtherHandle extends Handle {
    @Override
    public int executeUpdate(String sql) {
      return 0;
    }
  }

  public abstract static class Prepared implements PreparedStatement {}

  /** A statement and its subclass, as most drivers have them. */
  public abstract static class PlainStatement implements Statement {
    @Override
    public int executeUpdate(String sql) throws SQLException {
      return 0;
    }
  }

  /** Names no interface of JDBC itself. */
  public abstract static class DerivedStatement extends PlainStatement {
    @Override
    public int executeUpdate(String sql) throws SQLException {
      return super.executeUpdate(sql) + 1;
    }
  }

  public abstract static class PreparedPlainStatement extends PlainStatement
      implements PreparedStatement {
    @Override
    public int executeUpdate() {
      return 0;
    }
  }

  public interface StatementWithBody extends Statement {
    @Override
    default ResultSet executeQuery(String sql) throws SQLException {
      throw new SQLException(sql);
    }
  }

  static byte[] bytes(Class<?> type) throws IOException {
    String file = type.getName().replace('.', '/') + ".class";
    try (InputStream in = Fixtures.class.getClassLoader().getResourceAsStream(file)) {
      return in.readAllBytes();
    }
  }

  /** Defines the fixtures again, each as a transformer weaves it. */
  static class Loader extends ClassLoader {
    private final ClassFileTransformer transformer;

    Loader(ClassFileTransformer transformer) {
      super(Fixtures.class.getClassLoader());
      this.transformer = transformer;
    }

    Class<?> load(Class<?> fixture) throws ClassNotFoundException {
      return loadClass(fixture.getName());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(Fixtures.class.getName())) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        return known == null ? define(name) : known;
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try {
        byte[] bytes = bytes(Class.forName(name, false, Fixtures.class.getClassLoader()));
        byte[] woven = transformer.transform(this, name.replace('.', '/'), null, null, bytes);
        byte[] defined = woven == null ? bytes : woven;
        return defineClass(name, defined, 0, defined.length);
      } catch (Exception unexpected) {
        throw new ClassNotFoundException(name, unexpected);
      }
    }
  }
}
