// The panel around the network: its date, steps and legend.

function buildNetwork() {
    network.layer = draw('g', {role: 'presentation'});
    network.list = draw('g', {role: 'listbox', tabindex: 0, id: 'nodes', 'aria-label': words.panel.network, 'aria-describedby': 'network-help'}, network.layer);
    network.svg = draw('svg', {class: 'network-svg', direction: 'ltr', role: 'group', 'aria-label': words.panel.network}, network.list);
    network.date = make('span', {class: 'chosen', id: 'moment-date', 'aria-live': 'polite'});
    network.legend = make('ul', {class: 'legend'});
    network.list.addEventListener('keydown', onNetworkKey);
    network.list.addEventListener('blur', () => {
        network.keyboard = '';
        markKeyboard();
    });
    network.svg.addEventListener('click', event => {
        const thing = event.target.closest('[data-subject]');
        select(thing ? thing.dataset.subject : '');
    });
    const step = (text, name, direction) =>
        make('button', {type: 'button', class: 'square', title: name, 'aria-label': name, onclick: () => stepChange(direction)}, text);
    return make('section', {class: 'network', id: 'network', 'aria-label': words.panel.network},
        make('div', {class: 'panel-head'}, make('h2', {}, words.panel.stoodOn + ' ', network.date),
             make('span', {class: 'steps'}, step('‹', words.panel.before, -1), step('›', words.panel.after, 1))),
        make('div', {class: 'network-box'}, network.svg), network.legend,
        make('p', {id: 'network-help', class: 'unseen'}, words.panel.networkHelp));
}
