<?php
// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 the Verslag authors
//
// The first address of Yoast SEO, as a site that shows it to its API has it.

add_action('init', function () {
    register_post_meta('post', '_yoast_wpseo_canonical', [
        'type' => 'string', 'single' => true, 'show_in_rest' => true,
        'auth_callback' => fn () => current_user_can('edit_posts')]);
});
