package io.rowcall.sample.data;

/**
 * How many rows of everything there are. The hot user owns more than the others.
 *
 * @param users all users, the hot one included
 */
public record Volumes(
    String name,
    int users,
    int hotContacts,
    int otherContacts,
    int activitiesPerContact,
    int hotMeetings,
    int otherMeetings,
    int attendeesPerMeeting) {

  /** The user whom the documents measured. */
  public static final String HOT_USER = "user-kevy";

  public static final Volumes STANDARD = new Volumes("standard", 200, 500, 50, 10, 200, 50, 6);

  /** Enough rows for every branch, few enough for a test that loads them many times. */
  public static final Volumes SMALL = new Volumes("small", 12, 30, 4, 7, 25, 3, 3);

  /**
   * @throws IllegalArgumentException when there is no such profile
   */
  public static Volumes named(String name) {
    return switch (name) {
      case "standard" -> STANDARD;
      case "small" -> SMALL;
      default ->
          throw new IllegalArgumentException(
              "--data must be small or standard; it is \"" + name + "\"");
    };
  }

  /** The id of the n-th user, from 0. */
  public static String userId(int number) {
    return number == 0 ? HOT_USER : "user-" + number;
  }

  /** The session key of the n-th user, from 0. */
  public static String sessionKey(int number) {
    return "session-of-" + userId(number);
  }
}
