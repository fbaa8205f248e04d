package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import dev.tollgate.model.api.Tenant;
import dev.tollgate.ui.client.TollgateApi;
import jakarta.annotation.security.PermitAll;

/** The frame around every page: navigation at the side, the tenant and the person at the top. */
@PermitAll
public final class ConsoleLayout extends AppLayout {
    public static final String NAVIGATION = "navigation";
    public static final String USER_MENU = "user-menu";
    public static final String APPEARANCE = "appearance";
    public static final String SIGN_OUT = "sign-out";
    public static final String TENANT_NAME = "tenant-name";

    private static final String SIGN_OUT_PATH = "/sign-out";

    private final TollgateApi api;

    public ConsoleLayout(Rights rights, TollgateApi api) {
        this.api = api;
        setPrimarySection(Section.DRAWER);
        Scroller navigation = new Scroller(navigation(rights));
        navigation.addClassName("console-navigation");
        addToDrawer(brand(), navigation);
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel("Show or hide the navigation");
        addToNavbar(toggle, tenant(rights), userMenu(rights.me().username()));
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        content.getElement().setAttribute("role", "main");
        super.showRouterLayoutContent(content);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        Appearance.restore();
        Notices.askHowFarChangesCame(event.getUI(), api);
        Notices.tellWhatIsUntold(event.getUI());
    }

    private static Component brand() {
        Image logo = new Image("images/tollgate.svg", "");
        Span name = new Span("Tollgate");
        Div brand = new Div(logo, name);
        brand.addClassName("console-brand");
        return brand;
    }

    private static SideNav navigation(Rights rights) {
        SideNav nav = new SideNav();
        nav.setId(NAVIGATION);
        nav.addItem(item("Home", "", VaadinIcon.HOME_O));
        if (rights.hasTenant()) {
            nav.addItem(
                    item("Servers", "servers", VaadinIcon.SERVER),
                    item("Tools", "tools", VaadinIcon.TOOLS),
                    item("Groups", "groups", VaadinIcon.CUBES),
                    item("Subjects", "subjects", VaadinIcon.USERS),
                    item("Keys", "keys", VaadinIcon.KEY_O),
                    item("Clients", "clients", VaadinIcon.DESKTOP),
                    item("Connections", "connections", VaadinIcon.LINK));
            addWhere(rights.seeCalls(), nav, item("Calls", "calls", VaadinIcon.EXCHANGE));
            addWhere(rights.seeSpend(), nav, item("Spend", "spend", VaadinIcon.BAR_CHART_H));
            nav.addItem(
                    item("Prices", "prices", VaadinIcon.COIN_PILES), item("Models", "models", VaadinIcon.COMMENT_O));
            addWhere(rights.seeLimits(), nav, item("Limits", "limits", VaadinIcon.DASHBOARD));
            addWhere(rights.seeAlerts(), nav, item("Alerts", "alerts", VaadinIcon.BELL_O));
            addWhere(rights.changeEnvironments(), nav, item("Environments", "environments", VaadinIcon.GLOBE_WIRE));
            addWhere(rights.changePeople(), nav, item("People", "people", VaadinIcon.USER_CARD));
            addWhere(rights.isOwner(), nav, item("Identity provider", "identity-provider", VaadinIcon.SIGN_IN));
            addWhere(rights.changeSettings(), nav, item("Settings", "settings", VaadinIcon.COG_O));
        }
        addWhere(rights.changeCatalogue(), nav, item("Catalogue", "catalogue", VaadinIcon.BOOK_DOLLAR));
        return nav;
    }

    private static void addWhere(boolean allowed, SideNav nav, SideNavItem item) {
        if (allowed) {
            nav.addItem(item);
        }
    }

    private static SideNavItem item(String label, String path, VaadinIcon icon) {
        SideNavItem item = new SideNavItem(label, path, icon.create());
        item.setId("nav-" + (path.isEmpty() ? "home" : path));
        return item;
    }

    private static Component tenant(Rights rights) {
        Tenant tenant = rights.me().tenant();
        Span name = new Span(tenant == null ? "Operator" : tenant.name());
        name.setId(TENANT_NAME);
        name.addClassName("console-tenant-name");
        Span region = new Span(tenant == null ? "all regions" : "region " + tenant.region());
        region.addClassName("console-tenant-region");
        Div box = new Div(name, region);
        box.addClassName("console-tenant");
        return box;
    }

    private static Component userMenu(String username) {
        Avatar avatar = new Avatar(username);
        avatar.getElement().setAttribute("aria-hidden", "true");
        Span name = new Span(username);
        name.addClassName("console-user-name");
        Div face = new Div(avatar, name);
        face.addClassName("console-user");
        MenuBar menu = new MenuBar();
        menu.setId(USER_MENU);
        menu.addThemeVariants(MenuBarVariant.TERTIARY);
        MenuItem top = menu.addItem(face);
        top.setAriaLabel("Account of " + username);
        MenuItem appearance = top.getSubMenu().addItem("Appearance");
        appearance.setId(APPEARANCE);
        for (Appearance one : Appearance.values()) {
            appearance.getSubMenu().addItem(one.label(), event -> one.choose());
        }
        // A real navigation, not a request of the page: the identity provider's own session is to end too.
        MenuItem signOut = top.getSubMenu()
                .addItem(
                        "Sign out",
                        event -> event.getSource()
                                .getUI()
                                .ifPresent(ui -> ui.getPage().setLocation(SIGN_OUT_PATH)));
        signOut.setId(SIGN_OUT);
        return menu;
    }
}
