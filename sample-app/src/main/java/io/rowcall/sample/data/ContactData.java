package io.rowcall.sample.data;

import java.sql.SQLException;
import java.time.Instant;

/** Contacts with activities. The hot user's contacts are numbered from 1. */
final class ContactData {

  private static final String[] TYPES = {"CALL", "EMAIL", "MEETING", "NOTE"};

  private ContactData() {}

  static void load(LoadContext context) throws SQLException {
    try (var contacts =
            context.into(
                "contacts",
                "id",
                "user_id",
                "name",
                "email",
                "organisation",
                "added_to_campaign",
                "warmness_score",
                "last_contacted",
                "created_at",
                "updated_at");
        var activities =
            context.into(
                "activities",
                "id",
                "user_id",
                "contact_id",
                "activity_type",
                "subject",
                "created_at")) {
      long contact = 0;
      long activity = 0;
      for (int u = 0; u < context.volumes().users(); u++) {
        String user = Volumes.userId(u);
        for (int i = context.volumes().ownedBy(u).contacts(); i > 0; i--) {
          contact++;
          Instant created = context.randomTime(365);
          contacts.add(
              contact,
              user,
              "Contact " + contact,
              "contact" + contact + "@example.org",
              "Organisation " + context.random(40),
              context.random(4) == 0,
              context.random(101),
              context.random(10) == 0 ? null : context.randomTime(90),
              created,
              created);
          for (int a = context.volumes().activitiesPerContact(); a > 0; a--) {
            activity++;
            activities.add(
                activity,
                user,
                contact,
                TYPES[context.random(TYPES.length)],
                "Activity " + activity,
                context.randomTime(180));
          }
        }
      }
    }
    context.continueIds("contacts", "activities");
  }
}
