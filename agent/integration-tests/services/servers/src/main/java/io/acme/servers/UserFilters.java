package io.acme.servers;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.slf4j.MDC;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.servletapi.SecurityContextHolderAwareRequestFilter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** Filters that set the user of a request in different ways, from the header {@code X-User}. */
final class UserFilters {
  private UserFilters() {}

  /** Spring Security with a custom filter in its chain, like one that reads a token. */
  static Filter springSecurity() throws ServletException {
    var aware = new SecurityContextHolderAwareRequestFilter();
    aware.afterPropertiesSet();
    return new FilterChainProxy(
        new DefaultSecurityFilterChain(
            AnyRequestMatcher.INSTANCE,
            new SecurityContextHolderFilter(new HttpSessionSecurityContextRepository()),
            new Authenticating(),
            new AnonymousAuthenticationFilter("key"),
            aware));
  }

  static Filter logging() {
    return new Logging();
  }

  static Filter wrapping() {
    return new Wrapping();
  }

  private static final class Authenticating extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      String user = request.getHeader("X-User");
      if (user != null) {
        SecurityContextHolder.getContext()
            .setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(user, null, List.of()));
      }
      chain.doFilter(request, response);
    }
  }

  private static final class Logging extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      MDC.put("userId", request.getHeader("X-User"));
      try {
        chain.doFilter(request, response);
      } finally {
        MDC.remove("userId");
      }
    }
  }

  private static final class Wrapping extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      var withUser =
          new HttpServletRequestWrapper(request) {
            @Override
            public String getRemoteUser() {
              return getHeader("X-User");
            }
          };
      chain.doFilter(withUser, response);
    }
  }
}
