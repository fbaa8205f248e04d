package dev.tollgate.ui.view;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import dev.tollgate.ui.fake.Demo;
import dev.tollgate.ui.fake.FakeApi;
import dev.tollgate.ui.view.layout.FormDialog;
import dev.tollgate.ui.view.layout.Rights;

/** A page with a control plane in memory behind it, and no browser before it. */
@ViewPackages(classes = FakeApi.class)
public abstract class PageTest extends BrowserlessTest {
    protected final FakeApi api = FakeApi.withDemo();

    protected Rights admin() {
        return new Rights(api.me);
    }

    protected static Rights viewer() {
        return new Rights(Demo.person("vic@acme.example", "viewer"));
    }

    protected <T extends Component> T open(T page) {
        UI.getCurrent().removeAll();
        UI.getCurrent().add(page);
        roundTrip();
        return page;
    }

    protected <T extends Component> T at(Class<T> type, String id) {
        return $(type).withId(id).single();
    }

    protected boolean isThere(Class<? extends Component> type, String id) {
        return $(type).withId(id).exists();
    }

    protected void click(String id) {
        test(at(Button.class, id)).click();
        roundTrip();
    }

    /** What the browser does every few seconds while a page watches. */
    protected static void poll() {
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
        roundTrip();
    }

    protected void save() {
        click(FormDialog.SAVE);
    }

    /** The text of a component and of all that is in it. */
    protected static String text(Component component) {
        StringBuilder text = new StringBuilder(component.getElement().getTextRecursively());
        component
                .getChildren()
                .forEach(child -> text.append(' ').append(child.getElement().getTextRecursively()));
        return text.toString();
    }
}
