package dev.tollgate.ui.view.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import dev.tollgate.model.api.CertificateInfo;
import dev.tollgate.model.api.CertificateInfo.Validity;
import dev.tollgate.model.api.Problem;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.ServerTls;
import dev.tollgate.ui.fake.Demo;
import dev.tollgate.ui.fake.FakeApi;
import dev.tollgate.ui.view.PageTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class CertificatesDialogTest extends PageTest {
    private int reloads;

    private Server crm() {
        return api.servers.getFirst();
    }

    private void openDialog() {
        new CertificatesDialog(api, crm(), () -> reloads++).open();
        roundTrip();
    }

    private static CertificateInfo info(String subject, Validity validity) {
        return new CertificateInfo(subject, "CN=Company root", "1", Demo.NOW, Demo.NOW, "00", validity);
    }

    private void stored(Validity validity) {
        api.tls.put(
                crm().id(),
                new ServerTls(
                        List.of(info("CN=gateway <b>", validity)),
                        List.of(info("CN=Company root", Validity.VALID)),
                        "chain",
                        "root",
                        7));
    }

    private TextArea field(String id) {
        return $(TextArea.class).all().stream()
                .filter(one -> one.getId().orElse("").equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCertificateWithItsKeyIsSent() {
        openDialog();
        test(field(CertificatesDialog.CERTIFICATE)).setValue("chain");
        test(field(CertificatesDialog.KEY)).setValue("secret");

        save();

        assertThat(api.log).contains("replaceServerTls certificate chain, key secret, ca null");
        assertThat(reloads).isEqualTo(1);
    }

    @Test
    void theStoredKeyIsNotShownAndKeptUnlessAnotherIsTyped() {
        stored(Validity.ENDS_SOON);
        openDialog();
        assertThat(field(CertificatesDialog.KEY).getValue()).isEmpty();
        assertThat($(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .anyMatch(text -> text.contains("CN=gateway <b>, issued by CN=Company root, ends soon"));

        test(field(CertificatesDialog.CERTIFICATE)).setValue("next chain");
        save();

        assertThat(api.log).contains("replaceServerTls certificate next chain, key null, ca root");
    }

    @Test
    void emptiedItIsTakenAway() {
        stored(Validity.VALID);
        openDialog();
        test(field(CertificatesDialog.CERTIFICATE)).setValue("");
        test(field(CertificatesDialog.CA)).setValue("");

        save();

        assertThat(api.log).contains("deleteServerTls");
    }

    @Test
    void whatIsRefusedStandsAtItsField() {
        openDialog();
        test(field(CertificatesDialog.CERTIFICATE)).setValue("chain");
        api.outage = FakeApi.problem(
                422, "The request is not valid", List.of(new Problem.FieldError("privateKey", "must be given")));

        save();

        assertThat(field(CertificatesDialog.KEY).getErrorMessage()).isEqualTo("Must be given");
        assertThat(reloads).isZero();
    }

    @Test
    void whatEndsIsWarnedOf() {
        stored(Validity.ENDED);

        assertThat(CertificateWords.warning(api.serverTls(crm().id())))
                .hasValueSatisfying(words -> assertThat(words).contains("CN=gateway <b> ended"));
        assertThat(CertificateWords.warning(ServerTls.NONE)).isEmpty();
    }
}
