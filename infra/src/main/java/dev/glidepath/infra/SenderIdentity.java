package dev.glidepath.infra;

import dev.glidepath.infra.settings.Mailing;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.services.ses.EmailIdentity;
import software.amazon.awscdk.services.ses.Identity;
import software.constructs.Construct;

import java.util.List;

/// What SES knows the sender by: the address, or its domain.
final class SenderIdentity extends Construct {

    private final List<String> names;

    SenderIdentity(Construct scope, String id, Mailing mailing) {
        super(scope, id);
        names =
                switch (mailing.identity()) {
                    // Which of them is verified, SES knows; it takes the address before the domain.
                    case EXISTING -> List.of(mailing.sender(), mailing.senderDomain());
                    case DOMAIN -> {
                        var made = identity(Identity.domain(mailing.senderDomain()));
                        told(made);
                        yield List.of(made.getEmailIdentityName());
                    }
                    case ADDRESS ->
                            List.of(
                                    identity(Identity.email(mailing.sender()))
                                            .getEmailIdentityName());
                };
    }

    List<String> names() {
        return names;
    }

    private EmailIdentity identity(Identity identity) {
        return EmailIdentity.Builder.create(this, "Identity").identity(identity).build();
    }

    private void told(EmailIdentity made) {
        var number = 1;
        for (var entry : made.getDkimRecords()) {
            CfnOutput.Builder.create(this, "DkimRecord" + number++)
                    .description("Add to the domain's DNS, so that SES may send for it")
                    .value(entry.getName() + " CNAME " + entry.getValue())
                    .build();
        }
    }
}
