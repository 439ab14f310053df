<?php
// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 the Verslag authors
//
// The face that Co-Authors Plus shows to the REST API, as its documentation has it, and no more.

function verslag_co_author(string $name): array
{
    $user = get_user_by('slug', $name);
    return ['id' => (string) ($user ? $user->ID : 0), 'userNicename' => $name,
            'login' => $user ? $user->user_login : $name,
            'displayName' => $user ? $user->display_name : 'Gast ' . ucfirst(substr($name, 5)),
            'email' => '', 'avatar' => ''];
}

function verslag_co_authors(int $post): array
{
    $names = get_post_meta($post, '_verslag_co_authors', true);
    $author = get_userdata((int) get_post($post)->post_author);
    return array_map('verslag_co_author', $names ? explode(',', $names) : [$author->user_nicename]);
}

add_action('rest_api_init', function () {
    $may = fn () => current_user_can('edit_others_posts');
    register_rest_route('coauthors/v1', 'search', [
        'methods' => 'GET', 'permission_callback' => $may,
        'callback' => function ($request) {
            $query = strtolower($request['q']);
            $names = array_map(fn ($user) => $user->user_nicename, get_users());
            $people = array_map('verslag_co_author', array_merge($names, ['gast-hessel']));
            return array_values(array_filter($people,
                fn ($person) => strpos(strtolower($person['displayName']), $query) !== false));
        }]);
    register_rest_route('coauthors/v1', 'authors/(?P<post_id>[\d]+)', [
        ['methods' => 'GET', 'permission_callback' => $may,
         'callback' => fn ($request) => verslag_co_authors((int) $request['post_id'])],
        ['methods' => 'POST', 'permission_callback' => $may,
         'callback' => function ($request) {
             if ($request['new_authors']) {
                 update_post_meta((int) $request['post_id'], '_verslag_co_authors', $request['new_authors']);
             }
             return verslag_co_authors((int) $request['post_id']);
         }]]);
});
